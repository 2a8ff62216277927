/** A script's own text, made small by `app/small-scripts.ts`. */
declare module '*?small' {
  const text: string
  export default text
}
