import { useId, type KeyboardEvent } from 'react'

/** What a part needs of conform's field metadata. */
export interface FieldMeta {
  id: string
  name: string
  errorId: string
  descriptionId: string
  errors?: string[] | undefined
  initialValue?: unknown
  required?: boolean | undefined
}

export interface ControlProps {
  label: string
  hint?: string | undefined
  /** Conform's metadata of the field; or `name` (with `defaultValue` and `error`) for a plain form. */
  field?: FieldMeta
  name?: string
  error?: string | undefined
  required?: boolean
  /** The label is there for screen readers only. */
  hideLabel?: boolean
  className?: string
}

export interface Control {
  id: string
  name: string | undefined
  errors: string[]
  initial: string | undefined
  required: boolean
  /** Label's `htmlFor`, hint and error ids are wired through these. */
  wired: {
    id: string
    name: string | undefined
    required: boolean
    'aria-invalid': true | undefined
    'aria-describedby': string | undefined
  }
  hintId: string
  errorId: string
}

/** The ids, name and messages of a control, from conform or from plain props. */
export function useControl({ field, name, error, hint, required }: ControlProps): Control {
  const own = useId()
  const id = field?.id ?? own
  const hintId = field?.descriptionId ?? `${id}-hint`
  const errorId = field?.errorId ?? `${id}-error`
  const errors = field?.errors ?? (error ? [error] : [])
  const must = required ?? field?.required ?? false
  const described = [hint ? hintId : '', errors.length ? errorId : ''].filter(Boolean).join(' ')
  const initial = field?.initialValue
  return {
    id,
    name: name ?? field?.name,
    errors,
    initial: initial == null ? undefined : String(initial),
    required: must,
    wired: {
      id,
      name: name ?? field?.name,
      required: must,
      'aria-invalid': errors.length ? true : undefined,
      'aria-describedby': described || undefined,
    },
    hintId,
    errorId,
  }
}

/** Whether this Enter only picks a word of an input method (Safari says so by the key code alone). */
export const isComposing = (event: KeyboardEvent) => event.nativeEvent.isComposing || event.keyCode === 229

/** Keeps the Enter that ends a composition from sending the form. */
export function imeSafeEnter(event: KeyboardEvent) {
  if (event.key === 'Enter' && isComposing(event)) event.preventDefault()
}
