import { passwordProblem, SHORTEST } from '#app/access/password.ts'
import { Invalid } from '#app/platform/errors.ts'

/** @throws Invalid naming the field `password`, when it can't be taken */
export function checkPassword(password: string, email: string) {
  const problem = passwordProblem(password, email)
  if (problem) throw new Invalid(problem, { password: problem }, { least: SHORTEST })
}
