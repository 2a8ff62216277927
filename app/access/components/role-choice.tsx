import { roleHints, roleWords } from '#app/access/words.ts'
import type { ControlProps } from '#app/ui/control.ts'
import { CheckboxGroup } from '#app/ui/choice.tsx'
import { useT } from '#app/ui/locale.tsx'
import { roles, type Role } from '#db/enums/access.ts'

/** Any of the roles, each with what it may do. */
export function RoleChoice({ held, ...props }: Omit<ControlProps, 'hint'> & { held?: readonly Role[] }) {
  const t = useT()
  const options = roles.map((role) => ({ value: role, label: t(roleWords[role]), hint: t(roleHints[role]) }))
  return <CheckboxGroup {...props} defaultValues={held} options={options} />
}
