/** What stops the whole program, said in one plain sentence for the person at the console. */
export class PlainError extends Error {
  override name = 'PlainError'
}

/**
 * What a use case refuses. `code` is a word of the message catalogue (`errors.<code>`), so that every door
 * (page, API, job) can say it in the reader's language.
 */
export class Refusal extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 503,
    readonly code: string,
    /** Values for the message, never personal data. */
    readonly values: Record<string, string | number> = {},
  ) {
    super(code)
    this.name = new.target.name
  }
}

/** It isn't there, or this actor may not know that it is. */
export class NotFound extends Refusal {
  constructor(code = 'not_found') {
    super(404, code)
  }
}

/** It has become part of another thing, whose place is found under `to` instead of `from`. */
export class MovedInto extends NotFound {
  constructor(
    readonly from: string,
    readonly to: string,
  ) {
    super()
  }
}

export class Forbidden extends Refusal {
  constructor(code = 'forbidden') {
    super(403, code)
  }
}

/** Somebody else was first, or the thing is no longer in the state that the caller saw. */
export class Conflict extends Refusal {
  constructor(code: string, values?: Record<string, string | number>) {
    super(409, code, values)
  }
}

/** The input breaks a rule that its shape could not tell; `fields` maps a field to a code of the catalogue. */
export class Invalid extends Refusal {
  constructor(
    code: string,
    readonly fields: Record<string, string> = {},
    values?: Record<string, string | number>,
  ) {
    super(422, code, values)
  }
}

export class TooMany extends Refusal {
  constructor(readonly retryAfterSeconds: number) {
    super(429, 'too_many', { seconds: retryAfterSeconds })
  }
}
