/* Who signs in */
export { EMAIL_LENGTH_MAX, normalizeEmail } from './email';
export { PASSWORD_LENGTH, type PasswordContext, passwordNormalForm, checkPassword } from './password-policy';
