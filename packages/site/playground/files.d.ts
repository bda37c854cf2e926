/** Files that the bundle holds as texts. */
declare module '*/Smolfile' {
  const text: string;
  export default text;
}
declare module '*.smolfile' {
  const text: string;
  export default text;
}
