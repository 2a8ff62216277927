import { TriangleAlert } from 'lucide-react'
import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { imeSafeEnter, useControl, type Control, type ControlProps } from '#app/ui/control.ts'
import { join } from '#app/ui/join.ts'
import { useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'

export const controlLook =
  'w-full rounded border border-control bg-surface px-2.5 text-sm text-ink placeholder:text-faint aria-invalid:border-danger disabled:opacity-60'

/** Label, hint and error around any control; the parts below use it. */
export function Field({
  control,
  children,
  ...props
}: Pick<ControlProps, 'label' | 'hint' | 'hideLabel' | 'className'> & { control: Control; children: ReactNode }) {
  const t = useT()
  return (
    <div className={join('flex flex-col gap-1', props.className)}>
      {/* Grows, so that the controls of one row stand in line though only one has a hint. */}
      <div className={props.hideLabel && !props.hint ? 'sr-only' : 'flex grow flex-col gap-1'}>
        <label htmlFor={control.id} className={props.hideLabel ? 'sr-only' : 'text-sm font-medium'}>
          {props.label}
          {control.required ? (
            <span className="ml-1.5 text-xs font-normal text-faint">{t(uiWords.required)}</span>
          ) : null}
        </label>
        {props.hint ? <Hint id={control.hintId}>{props.hint}</Hint> : null}
      </div>
      {children}
      <FieldErrors id={control.errorId} errors={control.errors} />
    </div>
  )
}

export function Hint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="text-xs text-muted">
      {children}
    </p>
  )
}

/** What is wrong with a field, or with a whole form. */
export function FieldErrors({ id, errors }: { id?: string; errors: string[] | undefined }) {
  if (!errors?.length) return null
  return (
    <p id={id} className="flex items-start gap-1.5 text-xs font-medium text-danger">
      <TriangleAlert aria-hidden size={14} className="mt-px shrink-0" />
      <span>{errors.join(' ')}</span>
    </p>
  )
}

const parts = ({ label, hint, hideLabel, className }: ControlProps) => ({ label, hint, hideLabel, className })
function rest<P extends ControlProps>({
  label,
  hint,
  field,
  name,
  error,
  required,
  hideLabel,
  className,
  ...others
}: P) {
  return others
}

/** One line of text, a number, a date, an e-mail address, a password. */
export function Input(props: ControlProps & Omit<InputHTMLAttributes<HTMLInputElement>, 'id'>) {
  const control = useControl(props)
  return (
    <Field control={control} {...parts(props)}>
      <input
        type="text"
        defaultValue={control.initial}
        onKeyDown={imeSafeEnter}
        {...rest(props)}
        {...control.wired}
        className={join(controlLook, 'min-h-9')}
      />
    </Field>
  )
}

export function Textarea(props: ControlProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'>) {
  const control = useControl(props)
  return (
    <Field control={control} {...parts(props)}>
      <textarea
        rows={4}
        defaultValue={control.initial}
        {...rest(props)}
        {...control.wired}
        className={join(controlLook, 'py-2 leading-6')}
      />
    </Field>
  )
}

export interface Option {
  value: string
  label: string
}

/** One of a list. `empty`: the words of the choice that means nothing chosen. */
export function Select({
  options,
  empty,
  ...props
}: ControlProps & { options: readonly Option[]; empty?: string } & Omit<
    SelectHTMLAttributes<HTMLSelectElement>,
    'id'
  >) {
  const control = useControl(props)
  return (
    <Field control={control} {...parts(props)}>
      <select
        defaultValue={control.initial}
        {...rest(props)}
        {...control.wired}
        className={join(controlLook, 'min-h-9')}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** A file; the browser's own button, in our look. */
export function FileInput(props: ControlProps & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'type'>) {
  const control = useControl(props)
  return (
    <Field control={control} {...parts(props)}>
      <input
        type="file"
        {...rest(props)}
        {...control.wired}
        className="w-full rounded border border-dashed border-control bg-sunken p-3 text-sm file:mr-3 file:rounded file:border file:border-control file:bg-surface file:px-3 file:py-1.5 file:text-ink"
      />
    </Field>
  )
}
