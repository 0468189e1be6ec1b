package io.scimdoctor.simulator;

import io.scimdoctor.scim.Cloud;
import io.scimdoctor.server.LoopbackAuthority;
import io.scimdoctor.server.WireServer;
import io.scimdoctor.simulator.login.AccessTokens;
import io.scimdoctor.simulator.login.ClientAssertions;
import io.scimdoctor.simulator.login.TokenEndpoint;
import io.scimdoctor.simulator.login.TokenGate;
import io.scimdoctor.simulator.scenario.Behaviour;
import io.scimdoctor.simulator.scenario.Scenario;
import io.scimdoctor.simulator.scim.ScimService;
import io.scimdoctor.simulator.wire.Chance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The Entra SCIM API and its token endpoint on loopback, healthy or failing as its scenario says. */
public final class Simulator implements AutoCloseable {
    private final SimulatorSettings settings;
    private final AccessTokens tokens;
    private final ClientAssertions assertions = new ClientAssertions();
    private final InstantSource clock;
    private final WireServer server;
    private final @Nullable LoopbackAuthority trust;

    private Simulator(SimulatorSettings settings) throws IOException {
        this.settings = settings;
        Behaviour behaviour = settings.scenario().behaviour();
        Chance chance = new Chance(settings.seed(), settings.intermittentRate());
        clock = InstantSource.offset(settings.clock(), behaviour.clockOffset());
        tokens = new AccessTokens(chance);
        TokenEndpoint tokenEndpoint = new TokenEndpoint(tokens, assertions, behaviour);
        ScimService service = ScimService.of(settings.tenant());
        Gateway gateway = new Gateway(settings, clock, chance, tokenEndpoint, new TokenGate(tokens), service);
        trust = settings.tls() ? new LoopbackAuthority(settings.clock().instant()) : null;
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        server = new WireServer(
                trust,
                new InetSocketAddress(loopback, settings.port()),
                gateway::answer,
                settings.firstByteDelay(),
                Duration.ZERO);
    }

    /** Listens on 127.0.0.1 until it is closed; its threads do not keep the process alive. */
    public static Simulator start(SimulatorSettings settings) {
        try {
            return new Simulator(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The base for SCIM calls, such as {@code http://127.0.0.1:8080/rp/scim}. */
    public String baseUrl() {
        return authority() + Cloud.BASE_PATH;
    }

    /** The authority host; tokens come from {@code /{tenant}/oauth2/v2.0/token} below it. */
    public String authority() {
        return settings.scheme() + "://127.0.0.1:" + port();
    }

    /** What a client has to trust; null without TLS. */
    public @Nullable LoopbackAuthority trust() {
        return trust;
    }

    public int port() {
        return server.port();
    }

    public Scenario scenario() {
        return settings.scenario();
    }

    /** The access token that the scenario's token endpoint would issue now, were it to issue one. */
    public String token() {
        Behaviour behaviour = settings.scenario().behaviour();
        return tokens.issue(behaviour.token(), behaviour.roles(), clock.instant());
    }

    /** What it takes in place of a client's secret. */
    public ClientAssertions assertions() {
        return assertions;
    }

    /** Closes every connection, also those that a scenario holds open. */
    @Override
    public void close() {
        server.close();
    }
}
