/** The version of this toolkit; all its packages carry the same, and a test holds them to it. */
export const TOOLKIT_VERSION = '0.1.0'; // generated
