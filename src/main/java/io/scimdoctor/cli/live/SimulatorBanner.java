package io.scimdoctor.cli.live;

import io.scimdoctor.simulator.Simulator;
import io.scimdoctor.simulator.scenario.Scenario;
import io.scimdoctor.simulator.wire.SampleTenant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a running simulator tells its user: lines that can be pasted into a shell as they are. */
final class SimulatorBanner {
    private SimulatorBanner() {}

    static String text(Simulator simulator, Map<String, String> environment) {
        Scenario scenario = simulator.scenario();
        String exports = environment.entrySet().stream()
                .map(variable -> "export " + variable.getKey() + "='" + variable.getValue() + "'\n")
                .collect(Collectors.joining());
        Scenario.Provocation provokes = scenario.provokes();
        String shows = provokes == null
                ? ""
                : "# What shows the scenario: " + provokes.method() + " " + provokes.path() + "\n";
        return "# SIMULATED Microsoft Entra ID SCIM API, scenario " + scenario.name() + ": " + scenario.title()
                + ".\n# Stop it with Ctrl-C. Paste this into another shell:\n" + exports
                + "# Token endpoint: " + simulator.authority() + "/" + SampleTenant.TENANT_ID
                + "/oauth2/v2.0/token, scope https://graph.microsoft.com/.default\n" + shows;
    }

    /** The variables that lead this tool and others to the simulator. */
    static Map<String, String> environment(Simulator simulator) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("SCIMDOCTOR_BASE_URL", simulator.baseUrl());
        environment.put("SCIMDOCTOR_AUTHORITY_HOST", simulator.authority());
        environment.put("AZURE_AUTHORITY_HOST", simulator.authority());
        environment.put("AZURE_TENANT_ID", SampleTenant.TENANT_ID);
        environment.put("AZURE_CLIENT_ID", SampleTenant.CLIENT_ID);
        environment.put("AZURE_CLIENT_SECRET", SampleTenant.CLIENT_SECRET);
        return environment;
    }
}
