/** Where the archives of a release are. */
const RELEASES = 'https://github.com/smolfile/toolkit/releases/download';

/** Homebrew's words for systems and processors, by ours. */
const SYSTEMS = [
  ['on_macos', 'darwin'],
  ['on_linux', 'linux'],
] as const;
const PROCESSORS = [
  ['on_arm', 'arm64'],
  ['on_intel', 'x64'],
] as const;

/**
 * The formula for Homebrew.
 *
 * @param archives names of archives by kind of machine; those that are missing are left out.
 * @param hashes their SHA-256.
 */
export function formula(
  version: string,
  archives: ReadonlyMap<string, string>,
  hashes: ReadonlyMap<string, string>,
): string {
  const systems = SYSTEMS.map(([system, ours]) => {
    const processors = PROCESSORS.flatMap(([processor, kind]) => {
      const target = `${ours}-${kind}`;
      const name = archives.get(target);
      if (name === undefined) return [];
      const url = `      url "${RELEASES}/v${version}/${name}"\n      sha256 "${hashes.get(target)}"`;
      return [`    ${processor} do\n${url}\n    end\n`];
    });
    return processors.length === 0 ? '' : `  ${system} do\n${processors.join('')}  end\n\n`;
  });
  return `class Smolfile < Formula
  desc "Check, preview and format Smolfiles, the TOML files that declare a smolvm microVM"
  homepage "https://github.com/smolfile/toolkit"
  version "${version}"
  license "Apache-2.0"

${systems.join('')}  def install
    bin.install "smolfile"
    man1.install "smolfile.1"
    generate_completions_from_executable(bin/"smolfile", "completions")
  end

  test do
    (testpath/"Smolfile").write "imge = 1\\n"
    assert_match "error[unknown-key]", shell_output("#{bin}/smolfile lint --format concise", 1)
  end
end
`;
}
