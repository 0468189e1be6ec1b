package io.scimdoctor.watch;

import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.http.ApacheTransport;
import io.scimdoctor.http.ProxySettings;
import io.scimdoctor.http.Transport;
import io.scimdoctor.http.UsualSettings;
import io.scimdoctor.simulator.Simulator;
import io.scimdoctor.simulator.SimulatorSettings;
import io.scimdoctor.simulator.scenario.Scenarios;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A service over real HTTP that answers with 504 exactly when it is told to, and remembers when that was: a healthy
 * simulator, and beside it one whose every call times out.
 */
final class Injected implements Transport {
    private final SimulatedProcess process;
    private final Simulator healthy;
    private final Simulator failing;
    private final Transport transport;
    private final Predicate<Instant> fails;
    private final List<Instant> failures = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, List<Boolean>> calls = new LinkedHashMap<>();

    /** @param fails is asked once for each call with a token */
    Injected(SimulatedProcess process, Predicate<Instant> fails) {
        this.process = process;
        this.fails = fails;
        healthy = start("healthy", process);
        failing = start("service-timeout", process);
        transport = new ApacheTransport(new UsualSettings("scimdoctor/test", process)
                .proxies(ProxySettings.NONE)
                .build());
    }

    private static Simulator start(String scenario, SimulatedProcess process) {
        return Simulator.start(SimulatorSettings.of(Scenarios.find(scenario).orElseThrow(), process, 7));
    }

    Simulator service() {
        return healthy;
    }

    /** When it failed. */
    List<Instant> failures() {
        return List.copyOf(failures);
    }

    /** For each call with a token to that endpoint whether it failed. */
    synchronized List<Boolean> calls(String endpoint) {
        return List.copyOf(calls.getOrDefault(endpoint, List.of()));
    }

    @Override
    public synchronized Exchange send(SentRequest request) {
        String url = String.valueOf(request.url());
        if (!url.startsWith(healthy.baseUrl()) || !request.headers().has("Authorization")) {
            return transport.send(request);
        }
        boolean fail = fails.test(process.now());
        String endpoint = "GET " + url.substring(healthy.baseUrl().length()).replaceFirst("\\?.*", "");
        calls.computeIfAbsent(endpoint, key -> new ArrayList<>()).add(fail);
        if (!fail) {
            return transport.send(request);
        }
        failures.add(process.now());
        return transport.send(new SentRequest(
                request.method(),
                url.replace(healthy.baseUrl(), failing.baseUrl()),
                request.headers().without("Authorization").plus("Authorization", "Bearer " + failing.token()),
                request.body()));
    }

    @Override
    public void close() {
        transport.close();
        healthy.close();
        failing.close();
    }
}
