// Generated from schemas/generate/config.ts by `pnpm generate`. Do not edit.
import type { KeySchema } from '../types.ts';

/** The keys of a configuration. */
export const CONFIG_KEYS: KeySchema = {
 "name": "",
 "path": "",
 "type": "table",
 "group": "",
 "description": "Holds for the Smolfiles of its folder and of those below, down to the next configuration. Flags of the command line beat it.",
 "children": [
  {
   "name": "smolvm",
   "path": "smolvm",
   "type": "string",
   "group": "",
   "description": "The version of smolvm to check for, or a range of versions, where a file has no comment `# smolfile: smolvm = \"…\"` of its own.",
   "examples": [
    "1.9.3",
    ">=1.14 <1.30"
   ]
  },
  {
   "name": "for",
   "path": "for",
   "type": "string-array",
   "group": "",
   "description": "The commands of smolvm to check for. Without it: create and run, and pack where a file has [artifact] or [pack].",
   "examples": [
    "create",
    "run",
    "pack"
   ],
   "values": [
    "create",
    "run",
    "pack"
   ]
  },
  {
   "name": "severity",
   "path": "severity",
   "type": "table",
   "group": "",
   "description": "Other severities than the codes’ own. `off` silences a code. The errors of TOML itself stay as they are.",
   "children": []
  },
  {
   "name": "fail-on",
   "path": "fail-on",
   "type": "string",
   "group": "",
   "description": "The severity from which on a finding makes `smolfile lint` exit with 1.",
   "default": "error",
   "examples": [
    "error",
    "warning",
    "info",
    "never"
   ],
   "values": [
    "error",
    "warning",
    "info",
    "never"
   ]
  },
  {
   "name": "host-checks",
   "path": "host-checks",
   "type": "boolean",
   "group": "",
   "description": "Whether rules look at this host: at the folders of volumes, local images, files of secrets. `false` where a check runs on another host than the machines do, as in CI.",
   "default": true
  },
  {
   "name": "ignore",
   "path": "ignore",
   "type": "string-array",
   "group": "",
   "description": "Files and folders that a search leaves out, as globs relative to this file. A pattern without `/` matches names at any depth. Files that are named on the command line are checked all the same.",
   "examples": [
    [
     "fixtures",
     "vendor/**/*.smolfile"
    ]
   ]
  },
  {
   "name": "overrides",
   "path": "overrides",
   "type": "table-array",
   "group": "",
   "description": "Other settings for some files. Later ones beat earlier ones.",
   "element": {
    "name": "[]",
    "path": "overrides[]",
    "type": "table",
    "group": "",
    "description": "",
    "children": [
     {
      "name": "files",
      "path": "overrides[].files",
      "type": "string-array",
      "group": "",
      "description": "The files and folders, as globs relative to this file.",
      "examples": [
       [
        "examples/**"
       ]
      ]
     },
     {
      "name": "smolvm",
      "path": "overrides[].smolvm",
      "type": "string",
      "group": "",
      "description": "The version of smolvm to check for, or a range of versions, where a file has no comment `# smolfile: smolvm = \"…\"` of its own.",
      "examples": [
       "1.9.3",
       ">=1.14 <1.30"
      ]
     },
     {
      "name": "for",
      "path": "overrides[].for",
      "type": "string-array",
      "group": "",
      "description": "The commands of smolvm to check for. Without it: create and run, and pack where a file has [artifact] or [pack].",
      "examples": [
       "create",
       "run",
       "pack"
      ],
      "values": [
       "create",
       "run",
       "pack"
      ]
     },
     {
      "name": "severity",
      "path": "overrides[].severity",
      "type": "table",
      "group": "",
      "description": "Other severities than the codes’ own. `off` silences a code. The errors of TOML itself stay as they are.",
      "children": []
     },
     {
      "name": "fail-on",
      "path": "overrides[].fail-on",
      "type": "string",
      "group": "",
      "description": "The severity from which on a finding makes `smolfile lint` exit with 1.",
      "default": "error",
      "examples": [
       "error",
       "warning",
       "info",
       "never"
      ],
      "values": [
       "error",
       "warning",
       "info",
       "never"
      ]
     },
     {
      "name": "host-checks",
      "path": "overrides[].host-checks",
      "type": "boolean",
      "group": "",
      "description": "Whether rules look at this host: at the folders of volumes, local images, files of secrets. `false` where a check runs on another host than the machines do, as in CI.",
      "default": true
     }
    ]
   }
  }
 ]
};
