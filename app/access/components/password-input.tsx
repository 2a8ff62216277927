import { useState } from 'react'
import { enterWords } from '#app/access/words.ts'
import { Button } from '#app/ui/button.tsx'
import { useControl, type ControlProps } from '#app/ui/control.ts'
import { controlLook, Field } from '#app/ui/field.tsx'
import { useHydrated } from '#app/ui/hydrated.ts'
import { join } from '#app/ui/join.ts'
import { useT } from '#app/ui/locale.tsx'

/** A password, which can be shown while typing once script runs. `kind` tells password managers which one it is. */
export function PasswordInput({ kind, ...props }: ControlProps & { kind: 'current' | 'new' }) {
  const t = useT()
  const hydrated = useHydrated()
  const [shown, setShown] = useState(false)
  const control = useControl(props)
  return (
    <Field control={control} label={props.label} hint={props.hint}>
      <div className="flex gap-2">
        <input
          {...control.wired}
          type={shown ? 'text' : 'password'}
          autoComplete={kind === 'new' ? 'new-password' : 'current-password'}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={200}
          className={join(controlLook, 'min-h-9')}
        />
        {hydrated ? (
          <Button type="button" aria-pressed={shown} aria-controls={control.id} onClick={() => setShown(!shown)}>
            {t(shown ? enterWords.hidePassword : enterWords.showPassword)}
          </Button>
        ) : null}
      </div>
    </Field>
  )
}
