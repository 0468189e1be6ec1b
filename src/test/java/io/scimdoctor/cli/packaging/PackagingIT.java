package io.scimdoctor.cli.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.Needs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The files for other systems, as those systems read them. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the systems are on Unix")
final class PackagingIT {
    private static final Path LAUNCHER =
            Path.of("target", "scimdoctor", "bin", "scimdoctor").toAbsolutePath();
    private static final Path PACKAGING = Path.of("packaging").toAbsolutePath();

    private static final String NAGIOS = """
            cfg_file=FOLDER/host.cfg
            cfg_file=PACKAGING/nagios/scimdoctor.cfg
            log_file=FOLDER/log
            temp_path=FOLDER
            check_result_path=FOLDER
            lock_file=FOLDER/lock
            nagios_user=UID
            nagios_group=GID
            illegal_macro_output_chars=`~$&|<>
            """;

    /** What the core wants beside the service. */
    private static final String NAGIOS_OBJECTS = """
            define timeperiod {
             timeperiod_name always
             alias always
             monday 00:00-24:00
            }
            define contact {
             contact_name nobody
             host_notification_period always
             service_notification_period always
             host_notification_options d,r
             service_notification_options w,c,r
             host_notification_commands check_entra_scim
             service_notification_commands check_entra_scim
            }
            define host {
             host_name localhost
             address 127.0.0.1
             max_check_attempts 1
             check_period always
             notification_period always
             contacts nobody
            }
            define service {
             name generic-service
             check_period always
             notification_period always
             notification_interval 0
             contacts nobody
             register 0
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void systemd_finds_no_mistake_in_the_units_and_little_exposure() throws Exception {
        Needs.tool("systemd-analyze");
        Path service = folder.resolve("scimdoctor-check.service");
        Path timer = folder.resolve("scimdoctor-check.timer");
        String text = Files.readString(PACKAGING.resolve("systemd/scimdoctor-check.service"));
        Files.writeString(service, text.replace("/usr/bin/scimdoctor", LAUNCHER.toString()));
        Files.copy(PACKAGING.resolve("systemd/scimdoctor-check.timer"), timer);

        ToolRun verify = ToolRun.of("systemd-analyze", "verify", "--man=no", service.toString(), timer.toString());
        ToolRun security = ToolRun.of(
                "systemd-analyze", "security", "--offline=true", "--no-pager", "--threshold=15", service.toString());

        assertThat(verify.code()).as(verify.output()).isZero();
        assertThat(verify.output()).doesNotContain("scimdoctor-check");
        assertThat(security.code()).as(security.output()).isZero();
    }

    @Test
    void nagios_accepts_the_definitions() throws Exception {
        Needs.tool("nagios4");
        Path configuration = folder.resolve("nagios.cfg");
        Files.writeString(folder.resolve("host.cfg"), NAGIOS_OBJECTS);
        Files.writeString(
                configuration,
                NAGIOS.replace("FOLDER", folder.toString())
                        .replace("PACKAGING", PACKAGING.toString())
                        .replace("UID", String.valueOf(Files.getAttribute(folder, "unix:uid")))
                        .replace("GID", String.valueOf(Files.getAttribute(folder, "unix:gid"))));

        ToolRun run = ToolRun.of("nagios4", "-v", configuration.toString());

        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output()).contains("Checked 1 services.", "Total Warnings: 0", "Total Errors:   0");
    }

    @Test
    void icinga_accepts_the_command_and_applies_the_service() throws Exception {
        Needs.tool("icinga2");
        Path configuration = folder.resolve("icinga.conf");
        Files.writeString(configuration, """
                include <itl>
                object Host "graph" {
                  check_command = "dummy"
                  vars.scimdoctor_profile = "health"
                }
                include "PACKAGING/icinga/scimdoctor.conf"
                """.replace("PACKAGING", PACKAGING.toString()));
        List<String> words = new ArrayList<>(List.of("icinga2", "daemon", "-C", "-c", configuration.toString()));
        for (String name : List.of("DataDir", "CacheDir", "LogDir", "InitRunDir", "SpoolDir")) {
            words.add("-D" + name + "=" + folder);
        }
        words.add("-DRunAsUser=" + Files.getOwner(folder).getName());
        words.add(
                "-DRunAsGroup=" + ToolRun.of("id", "--group", "--name").output().strip());

        ToolRun run = ToolRun.of(words.toArray(new String[0]));

        assertThat(run.code()).as(run.output()).isZero();
        assertThat(run.output()).contains("Instantiated 1 Service.").doesNotContain("warning");
    }

    @Test
    void the_scripts_are_clean() throws Exception {
        Needs.tool("shellcheck");

        ToolRun run = ToolRun.of(
                "shellcheck",
                PACKAGING.resolve("manifests.sh").toString(),
                PACKAGING.resolve("github-action/check.sh").toString());

        assertThat(run).isEqualTo(new ToolRun(0, ""));
    }
}
