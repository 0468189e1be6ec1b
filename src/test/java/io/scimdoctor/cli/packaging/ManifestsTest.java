package io.scimdoctor.cli.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.Needs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The manifests of Homebrew, Scoop and winget, as the script fills them. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is for a Unix shell")
final class ManifestsTest {
    private static final Path PACKAGING = Path.of("packaging").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void every_manifest_gets_the_real_checksums() throws Exception {
        String zip = archive("scimdoctor-1.2.3.zip");
        String tar = archive("scimdoctor-1.2.3.tar.gz");

        ToolRun run = manifests("https://files.contoso.example/v1.2.3/");

        assertThat(run).isEqualTo(new ToolRun(0, ""));
        assertThat(Files.readString(folder.resolve("homebrew/scimdoctor.rb")))
                .contains("url \"https://files.contoso.example/v1.2.3/scimdoctor-1.2.3.tar.gz\"", "\"" + tar + "\"");
        assertThat(Files.readString(folder.resolve("scoop/scimdoctor.json")))
                .contains("\"https://files.contoso.example/v1.2.3/scimdoctor-1.2.3.zip\"", "\"" + zip + "\"");
        assertThat(Files.readString(folder.resolve("winget/Scimdoctor.Scimdoctor.installer.yaml")))
                .contains("\"https://files.contoso.example/v1.2.3/scimdoctor-1.2.3.zip\"", "\"" + zip + "\"");
        try (Stream<Path> files = Files.walk(folder, 2)) {
            List<Path> manifests = files.filter(file -> file.getNameCount() == folder.getNameCount() + 2)
                    .toList();
            assertThat(manifests).hasSize(5);
            for (Path manifest : manifests) {
                assertThat(Files.readString(manifest)).doesNotContainPattern("@[a-z0-9.]+@");
            }
        }
    }

    @Test
    void a_missing_archive_and_a_bad_address_are_named() throws Exception {
        archive("scimdoctor-1.2.3.zip");

        ToolRun missing = manifests("https://files.contoso.example");
        ToolRun plain = manifests("http://files.contoso.example");
        ToolRun script = manifests("https://files.contoso.example/\"|x");

        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.output())
                .contains("there is no ", "scimdoctor-1.2.3.tar.gz; mvn -f packaging package makes it.");
        assertThat(plain.output()).contains("does not begin with https://");
        assertThat(script.output()).contains("has a character that does not belong into a manifest");
    }

    /** Ruby brings a reader of YAML and of JSON along. */
    @Test
    void ruby_yaml_and_json_can_be_read() throws Exception {
        Needs.tool("ruby");
        archive("scimdoctor-1.2.3.zip");
        archive("scimdoctor-1.2.3.tar.gz");
        manifests("https://files.contoso.example");

        ToolRun formula = ToolRun.of(
                "ruby", "-wc", folder.resolve("homebrew/scimdoctor.rb").toString());
        ToolRun documents = ToolRun.of(
                "ruby",
                "-ryaml",
                "-rjson",
                "-e",
                "Dir.chdir(ARGV[0]); a = Dir['**/*.yaml'] + Dir['**/*.json']; "
                        + "Dir.chdir(ARGV[1]); b = Dir['{kubernetes,github-action}/*.{yaml,yml}']; "
                        + "a.each { |f| YAML.load_file(File.join(ARGV[0], f)) }; b.each { |f| YAML.load_file(f) }; "
                        + "JSON.parse(File.read(File.join(ARGV[0], 'scoop/scimdoctor.json'))); print a.size + b.size",
                folder.toString(),
                PACKAGING.toString());

        assertThat(formula.output()).isEqualTo("Syntax OK\n");
        assertThat(documents).isEqualTo(new ToolRun(0, "7"));
    }

    private ToolRun manifests(String url) throws Exception {
        return ToolRun.of("sh", PACKAGING.resolve("manifests.sh").toString(), folder.toString(), url);
    }

    /** @return the checksum */
    private String archive(String name) throws Exception {
        return sum(Files.writeString(folder.resolve(name), "the content of " + name));
    }

    private static String sum(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
