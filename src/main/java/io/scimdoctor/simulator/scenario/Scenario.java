package io.scimdoctor.simulator.scenario;

import io.scimdoctor.exchange.Headers;
import org.jspecify.annotations.Nullable;

/** One way in which calls to the service succeed or fail. */
public final class Scenario {
    /** Where the cause of a scenario lies. */
    public enum Kind {
        HEALTHY,
        REQUEST,
        TOKEN,
        TOKEN_ENDPOINT,
        ACCESS,
        SERVICE,
        NETWORK,
        TRANSPORT,
        CLOCK
    }

    /**
     * A request that shows the scenario where plain reading does not.
     *
     * @param path the path below the SCIM base, with a slash and with its query
     * @param headers everything but Authorization and client-request-id; what is not here is not to be sent
     */
    public record Provocation(
            String method,
            String path,
            Headers headers,
            @Nullable String body) {}

    private final String name;
    private final String title;
    private final Kind kind;
    private final @Nullable String leadsTo;
    private final @Nullable Provocation provokes;
    private final Behaviour behaviour;

    private Scenario(Scenario base, @Nullable String leadsTo, @Nullable Provocation provokes) {
        this.name = base.name;
        this.title = base.title;
        this.kind = base.kind;
        this.behaviour = base.behaviour;
        this.leadsTo = leadsTo;
        this.provokes = provokes;
    }

    /** A scenario that leads to the finding of the same name. */
    public Scenario(String name, String title, Kind kind, Behaviour behaviour) {
        this.name = name;
        this.title = title;
        this.kind = kind;
        this.behaviour = behaviour;
        this.leadsTo = name;
        this.provokes = null;
    }

    Scenario leadingTo(@Nullable String finding) {
        return new Scenario(this, finding, provokes);
    }

    Scenario provokedBy(Provocation provocation) {
        return new Scenario(this, leadsTo, provocation);
    }

    /** The name that {@code --simulate} takes. */
    public String name() {
        return name;
    }

    /** One line for a list of scenarios. */
    public String title() {
        return title;
    }

    public Kind kind() {
        return kind;
    }

    /** The id of the finding that a check of this scenario ends with, or null when there is none. */
    public @Nullable String leadsTo() {
        return leadsTo;
    }

    /** The request that the check sends in addition, or null when reading shows the scenario. */
    public @Nullable Provocation provokes() {
        return provokes;
    }

    public Behaviour behaviour() {
        return behaviour;
    }

    @Override
    public String toString() {
        return name;
    }
}
