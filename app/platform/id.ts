/** Whether a text could be an id at all. Asked before a text from outside reaches the database: PostgreSQL refuses NUL. */
export const isId = (text: string): boolean => /^[A-Za-z0-9_-]{1,64}$/.test(text)
