package io.scimdoctor.cli.live;

import io.scimdoctor.simulator.Simulator;
import io.scimdoctor.simulator.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a running simulator tells its user: lines that can be pasted into a shell as they are. */
final class SimulatorBanner {
    private SimulatorBanner() {}

    static String text(Simulator simulator, Map<String, String> environment) {
        Scenario scenario = simulator.scenario();
        StringBuilder text = new StringBuilder();
        text.append("# SIMULATED Microsoft Entra ID SCIM API, scenario ")
                .append(scenario.name())
                .append(": ");
        text.append(scenario.title()).append(".\n# Stop it with Ctrl-C. Paste this into another shell:\n");
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            text.append("export ")
                    .append(variable.getKey())
                    .append("='")
                    .append(variable.getValue())
                    .append("'\n");
        }
        text.append("# Token endpoint: ")
                .append(simulator.authority())
                .append('/')
                .append(simulator.tenantId());
        text.append("/oauth2/v2.0/token, scope https://graph.microsoft.com/.default\n");
        Scenario.Provocation provokes = scenario.provokes();
        if (provokes != null) {
            text.append("# What shows the scenario: ")
                    .append(provokes.method())
                    .append(' ')
                    .append(provokes.path());
            text.append('\n');
        }
        return text.toString();
    }

    /** The variables that lead this tool and others to the simulator. */
    static Map<String, String> environment(Simulator simulator) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("SCIMDOCTOR_BASE_URL", simulator.baseUrl());
        environment.put("SCIMDOCTOR_AUTHORITY_HOST", simulator.authority());
        environment.put("AZURE_AUTHORITY_HOST", simulator.authority());
        environment.put("AZURE_TENANT_ID", simulator.tenantId());
        environment.put("AZURE_CLIENT_ID", simulator.clientId());
        environment.put("AZURE_CLIENT_SECRET", simulator.clientSecret());
        return environment;
    }
}
