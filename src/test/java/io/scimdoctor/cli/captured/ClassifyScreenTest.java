package io.scimdoctor.cli.captured;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.cli.CommandRun;
import org.junit.jupiter.api.Test;

/** A single answer on the screen holds what its steps speak of. */
final class ClassifyScreenTest {
    @Test
    void every_scheme_that_a_proxy_asks_for_is_named() {
        String answer = "HTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: Negotiate\n"
                + "Proxy-Authenticate: NTLM\nContent-Type: text/html\n\n<html><body>Sign in</body></html>\n";

        CommandRun run = CommandRun.with().in(answer).run("classify", "-");

        assertThat(run.out()).contains("proxy asks for  Negotiate, NTLM\n", "[proxy-auth]");
    }
}
