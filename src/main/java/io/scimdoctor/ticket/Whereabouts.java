package io.scimdoctor.ticket;

import io.scimdoctor.exchange.First;
import io.scimdoctor.exchange.Trace;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who called whom, from where and over what, as far as the evidence says. */
record Whereabouts(Material material, List<FailedCall> calls, List<Ticket.Fact> facts) {
    private static final int MOST_VALUES = 4;

    static List<Ticket.Fact> of(Material material) {
        Whereabouts place = new Whereabouts(material, material.cases(), new ArrayList<>());
        place.identity();
        place.service();
        place.route();
        place.client();
        return place.facts;
    }

    private void identity() {
        Run.RunToken token = material.token();
        String application = material.target(Run.RunTarget::clientId);
        String tenant = material.target(Run.RunTarget::tenantId);
        add("tenant id", tenant == null && token != null ? token.claim("tid") : tenant);
        add("application (client) id", application == null && token != null ? token.application() : application);
        add("service principal object id", token == null ? null : token.claim("oid"));
        add("token id (uti)", token == null ? null : token.claim("uti"));
    }

    private void service() {
        add("cloud", material.target(Run.RunTarget::cloud));
        add("base URL", material.target(Run.RunTarget::baseUrl));
        add(
                "hosts called",
                each(call ->
                        call.seen().url() == null ? null : call.seen().url().host()));
        add("data centre", each(call -> call.server("DataCenter")));
        add("ring", each(call -> call.server("Ring")));
        add("scale unit", each(call -> call.server("ScaleUnit")));
        add("role instance", each(call -> call.server("RoleInstance")));
    }

    private void route() {
        add("resolved address", each(call -> trace(call).address()));
        String proxy = each(call -> trace(call).proxy());
        boolean direct = calls.stream().anyMatch(call -> trace(call).address() != null);
        add("proxy", proxy == null && direct ? "none" : proxy);
        add("TLS certificate issuer", each(call -> trace(call).tlsIssuer()));
        add("TLS version", each(call -> trace(call).tlsProtocol()));
    }

    /** A capture was made somewhere else: this machine's Java and system say nothing about it. */
    private void client() {
        Run live = material.live();
        String agent = each(call -> call.sent("user-agent"));
        add("client", agent == null && live != null ? environment(live, "client") : agent);
        add("Java", live == null ? null : environment(live, "java"));
        add("operating system", live == null ? null : environment(live, "operating system"));
        add(
                "scimdoctor",
                each(
                        material.runs(),
                        run -> run.head().machine().tool() + " (catalogue "
                                + run.head().machine().catalogue() + ")"));
    }

    private static @Nullable String environment(Run run, String name) {
        Evidence known =
                First.of(run.head().machine().environment(), fact -> fact.name().equalsIgnoreCase(name));
        return known == null ? null : known.value().handedOn();
    }

    private static Trace trace(FailedCall call) {
        return call.exchange().trace();
    }

    private @Nullable String each(Function<FailedCall, @Nullable String> value) {
        return each(calls, value);
    }

    /** The different values, or null when there is none. */
    static <T> @Nullable String each(List<T> items, Function<T, @Nullable String> value) {
        List<String> values =
                items.stream().map(value).filter(Objects::nonNull).distinct().toList();
        return values.isEmpty() ? null : joined(values);
    }

    static String joined(List<String> values) {
        return Amounts.some(values.subList(0, Math.min(MOST_VALUES, values.size())), values.size());
    }

    private void add(String name, @Nullable String value) {
        facts.add(new Ticket.Fact(name, value));
    }
}
