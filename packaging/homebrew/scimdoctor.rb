# Filled by packaging/manifests.sh.
class Scimdoctor < Formula
  desc "Finds out why a call to the Microsoft Entra ID SCIM API failed"
  homepage "@url@"
  url "@url@/scimdoctor-@version@.tar.gz"
  sha256 "@sha256.tar.gz@"
  license "Apache-2.0"

  depends_on "openjdk"

  def install
    libexec.install Dir["*"]
    (bin/"scimdoctor").write_env_script libexec/"bin/scimdoctor", Language::Java.overridable_java_home_env
    bash_completion.install libexec/"share/bash-completion/completions/scimdoctor"
    zsh_completion.install libexec/"share/zsh/site-functions/_scimdoctor"
    fish_completion.install libexec/"share/fish/vendor_completions.d/scimdoctor.fish"
    man1.install Dir[libexec/"share/man/man1/*"]
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/scimdoctor --version")
    assert_match "token-expired", shell_output("#{bin}/scimdoctor check --simulate=token-expired --no-record -o short", 1)
  end
end
