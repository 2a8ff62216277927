import type { InputHTMLAttributes } from 'react'
import { useControl, type ControlProps } from '#app/ui/control.ts'
import { FieldErrors, Hint, type Option } from '#app/ui/field.tsx'
import { join } from '#app/ui/join.ts'

const box = 'mt-0.5 size-4 shrink-0 accent-accent'

/** Yes or no. A missing value in the form means no. */
export function Checkbox(props: ControlProps & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'type'>) {
  const control = useControl(props)
  const { label, hint, field, name, error, required, hideLabel, className, defaultChecked, ...rest } = props
  return (
    <div className={join('flex flex-col gap-1', className)}>
      <label htmlFor={control.id} className="flex min-h-6 items-start gap-2 text-sm">
        <input
          type="checkbox"
          defaultChecked={defaultChecked ?? control.initial === 'on'}
          {...rest}
          {...control.wired}
          className={box}
        />
        <span className={hideLabel ? 'sr-only' : undefined}>{label}</span>
      </label>
      {hint ? <Hint id={control.hintId}>{hint}</Hint> : null}
      <FieldErrors id={control.errorId} errors={control.errors} />
    </div>
  )
}

type GroupProps = ControlProps & { options: readonly (Option & { hint?: string })[]; inline?: boolean }

/** One of a few, all of them seen. */
export function RadioGroup({ defaultValue, ...props }: GroupProps & { defaultValue?: string }) {
  return <Group type="radio" chosen={defaultValue === undefined ? undefined : [defaultValue]} {...props} />
}

/** Any of a few, under one name; the form holds the name once for each. */
export function CheckboxGroup({ defaultValues, ...props }: GroupProps & { defaultValues?: readonly string[] }) {
  return <Group type="checkbox" chosen={defaultValues} {...props} />
}

function Group({
  type,
  chosen,
  options,
  inline,
  ...props
}: GroupProps & { type: 'radio' | 'checkbox'; chosen: readonly string[] | undefined }) {
  const control = useControl(props)
  const initial = props.field?.initialValue
  const picked =
    chosen ?? (Array.isArray(initial) ? initial.map(String) : control.initial === undefined ? [] : [control.initial])
  return (
    <fieldset
      id={control.id}
      className={join('flex flex-col gap-1.5', props.className)}
      aria-describedby={control.wired['aria-describedby']}
    >
      <legend className={props.hideLabel ? 'sr-only' : 'mb-1 text-sm font-medium'}>{props.label}</legend>
      {props.hint ? <Hint id={control.hintId}>{props.hint}</Hint> : null}
      <div className={inline ? 'flex flex-wrap gap-x-4 gap-y-1.5' : 'flex flex-col gap-1.5'}>
        {options.map((option) => (
          <label key={option.value} className="flex min-h-6 items-start gap-2 text-sm">
            <input
              type={type}
              name={control.name}
              value={option.value}
              defaultChecked={picked.includes(option.value)}
              required={type === 'radio' && control.required}
              className={box}
            />
            <span>
              {option.label}
              {option.hint ? <span className="block text-xs text-muted">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
      <FieldErrors id={control.errorId} errors={control.errors} />
    </fieldset>
  )
}
