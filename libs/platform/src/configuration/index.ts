export { CONFIGURATION, type Configuration } from './configuration';
export { type TrustedProxies } from './trusted-proxies';
export { readConfiguration } from './read-configuration';
export { appSecretOf } from './app-secret';
export { shippedBankFolder, shippedFiles, shippedText } from './shipped-files';
