import { emailKey } from '#app/platform/text.ts'

export const SHORTEST = 12
export const LONGEST_PASSWORD = 200

/** The same password however it was typed: NFKC makes full width and half width, composed and decomposed alike. */
export const normalPassword = (typed: string) => typed.normalize('NFKC')

/**
 * Why a password can't be taken, as a code of the catalogue, or null. Length and a short list of the commonest count;
 * rules about digits and signs only make people predictable (NIST SP 800-63B).
 */
export function passwordProblem(
  typed: string,
  email: string,
): 'password_short' | 'password_long' | 'password_common' | 'password_is_email' | null {
  const password = normalPassword(typed)
  if ([...password].length < SHORTEST) return 'password_short'
  if (password.length > LONGEST_PASSWORD) return 'password_long'
  const plain = password.toLowerCase().replace(/\s/g, '')
  const address = emailKey(email)
  if (plain === address || plain === address.split('@')[0]) return 'password_is_email'
  if (new Set(plain).size < 4 || runs(plain) || commonest.has(plain) || commonest.has(plain.replace(/[\d!?.]+$/, '')))
    return 'password_common'
  return null
}

/** Made of one short piece repeated, or of neighbours on the keyboard or in the alphabet. */
function runs(text: string): boolean {
  if (/^(.{1,6})\1+$/.test(text)) return true
  return rows.some((row) => row.includes(text) || [...row].reverse().join('').includes(text))
}

const rows = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop[]asdfghjkl;zxcvbnm,./',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
  '1q2w3e4r5t6y7u8i9o0p',
]

const commonest = new Set(
  `password passwordpassword mypassword password123 password1234 password12345 passw0rd passw0rdpassw0rd p@ssw0rd p@ssword
  changeme changemenow pleasechangeme letmein letmeinnow welcome welcomewelcome welcome123 administrator administrator1
  admin adminadmin admin123 adminpassword administrator123 iloveyou iloveyou123 iloveyouforever qwertyuiop qwertyuiop123 qwerty123456
  qwertyuiopasdf asdfghjkl asdfghjkl123 zxcvbnm zxcvbnm123 1234567890 123456789012 1234567890123 012345678901 111111111111 000000000000
  abc123456789 abcd12345678 abcdefgh1234 a1b2c3d4e5f6 1q2w3e4r5t6y 1qaz2wsx3edc qazwsxedcrfv trustno1 sunshine princess football baseball
  superman batman dragon monkey monkeymonkey master shadow michael jennifer whatever starwars computer internet samsung google
  correcthorsebatterystaple thisismypassword secretsecret secret mysecretpassword topsecret test testtest testtesttest testpassword
  temporary temppassword temporarypassword default defaultpassword guest guestguest koekoekoekoe koepassword customersuccess netpromoter
  pasuwado pasuwaado himitsu himitsuhimitsu sakura sakurasakura doraemon pikachu arigatou konnichiwa nihonjin aishiteru tokyotokyo`.split(
    /\s+/,
  ),
)
