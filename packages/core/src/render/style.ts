/** How a report is painted and measured; whoever prints it knows the terminal. */
export interface TextStyle {
  readonly colors: Readonly<
    Record<'bold' | 'cyan' | 'dim' | 'green' | 'red' | 'yellow', (text: string) => string>
  >;
  /** In columns. */
  readonly width: number;
  /** Columns that a text takes; its length when left out. */
  readonly widthOf?: (text: string) => number;
}

/** No colours. */
export const PLAIN_COLORS: TextStyle['colors'] = {
  bold: String,
  cyan: String,
  dim: String,
  green: String,
  red: String,
  yellow: String,
};
