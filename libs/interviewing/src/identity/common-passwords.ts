/**
 * Words that stand at the head of every list of leaked passwords, in lower case, letters and digits only. A password that is
 * one of them, or some of them in a row, with digits and signs around, is guessed within the first thousands of attempts.
 */
export const COMMON_WORDS: readonly string[] = `
  password passwort passw0rd p4ssw0rd contrasena motdepasse passphrase qwerty qwertz azerty qwertyuiop asdfgh
  asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc 1q2w3e 1q2w3e4r 1q2w3e4r5t 1qaz2wsx abc abcdef abcdefgh abcdefghijkl
  letmein welcome willkommen bienvenido admin administrator root login secret changeme default temporary temp
  guest user test testing iloveyou iloveyousomuch sunshine princess monkey dragon football baseball superman
  batman starwars trustno master shadow michael jordan charlie whatever freedom hello computer internet summer
  winter spring autumn correcthorsebatterystaple touchstone interview company mypassword thisismypassword my the
  is pass word
`
  .trim()
  .split(/\s+/);
