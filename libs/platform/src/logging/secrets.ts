const HIDDEN = '[hidden]';

/** What names end in under which secrets stand: `client_secret`, `KAFKA_PASSWORD`, `accessToken`, `set-cookie`. */
const NAME = '(?:password|passwd|passphrase|secret|token|authorization|cookie|credentials?|(?:api|private|secret|signing)[_-]?key)';

/** What a secret looks like in a text, and what stands in its place. Each takes a time in proportion to the text, whatever is in it. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  // postgres://user:password@host
  [/(:\/\/[^\s:/@"']*:)[^\s/"']*@/g, `$1${HIDDEN}@`],
  // Authorization: Bearer …, Basic … (RFC 6750, RFC 7617)
  [/\b([Bb]earer|Basic|DPoP) [\w.~+/-]{8,}=*/g, `$1 ${HIDDEN}`],
  // A JSON Web Token, wherever it stands (RFC 7519: its header begins with {")
  [/(?<![\w-])eyJ[\w-]{8,}(?:\.[\w-]*)+/g, HIDDEN],
  // A private key in PEM (RFC 7468), in JSON or not
  [/(-----BEGIN [A-Z ]*PRIVATE KEY-----)[^-]+/g, `$1${HIDDEN}`],
  // "password":"…" in JSON
  [new RegExp(String.raw`(${NAME}"\s*:\s*)(?:"(?:[^"\\]|\\.)*"|-?\d[\w.+-]*)`, 'gi'), `$1"${HIDDEN}"`],
  // The same in JSON that stands in a string of JSON, however often
  [new RegExp(String.raw`(${NAME}(\\+)"\s*:\s*)(?:\2".*?(?<!\\)\2"|-?\d[\w.+-]*)`, 'gi'), `$1$2"${HIDDEN}$2"`],
  // password: '…', as Node shows objects
  [new RegExp(String.raw`(${NAME}'?: )'(?:[^'\\]|\\.)*'`, 'gi'), `$1'${HIDDEN}'`],
  // password=…, in forms, queries and environments
  [new RegExp(String.raw`(${NAME}=)[^&\s"'\\]+`, 'gi'), `$1${HIDDEN}`],
];

/** A text, JSON or not, without the secrets that can be told by their name or their form. JSON stays JSON. */
export function withoutSecrets(text: string): string {
  return PATTERNS.reduce((cleaned, [pattern, instead]) => cleaned.replace(pattern, instead), text);
}
