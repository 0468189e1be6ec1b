package io.scimdoctor.simulator.scenario;

import io.scimdoctor.simulator.login.SampleTenant;
import io.scimdoctor.simulator.scenario.Scenario.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The caller is known, but not admitted: feature, licence, roles, policies. */
final class AccessScenarios {
    private static final String FEATURE_GONE = "No 'scimapiconsumptions' resource found for TenantId: "
            + SampleTenant.TENANT_ID + ". Please ensure 'SCIM Provisioning API' feature is enabled and only one"
            + " 'scimapiconsumptions' resource exists.";
    private static final String FEATURE_NEVER =
            "The 'SCIM Provisioning API' feature is not enabled for any subscription."
                    + " Please enable this feature and try again. If error persists, please re-register the subscription with"
                    + " 'Microsoft.EntraIDGovernance' Resource Provider and retry.";
    private static final String CLAIMS = "{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1767225600\"}}}";

    private AccessScenarios() {}

    static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        all.addAll(admission());
        all.addAll(tenancy());
        return all;
    }

    private static List<Scenario> admission() {
        return List.of(
                scripted(
                        "feature-not-enabled",
                        "The SCIM Provisioning API feature is off",
                        turn -> turn.answers().scimError(400, FEATURE_GONE)),
                scripted(
                                "feature-not-enabled-401",
                                "The feature was never enabled, which looks like a bad token",
                                turn -> turn.answers().scimError(401, FEATURE_NEVER))
                        .leadingTo("feature-not-enabled"),
                scenario(
                        "permission-missing",
                        "The token has a role, but not one for users or groups",
                        Behaviour.roles("Application.Read.All")),
                scenario("roles-too-few", "The roles cover users, but not groups", Behaviour.roles("User.Read.All"))
                        .leadingTo("permission-missing"),
                scripted(
                        "claims-challenge",
                        "The token was revoked; a claims challenge follows",
                        turn -> turn.answers()
                                .claimsChallenge(
                                        "Continuous access evaluation resulted in challenge with result: InteractionRequired and"
                                                + " code: TokenIssuedBeforeRevocationTimestamp",
                                        Base64.getEncoder().encodeToString(CLAIMS.getBytes(StandardCharsets.UTF_8)))));
    }

    private static List<Scenario> tenancy() {
        return List.of(
                scripted(
                        "licence-missing",
                        "The tenant lacks a premium licence",
                        turn -> turn.answers()
                                .graphError(
                                        403,
                                        "Authentication_RequestFromNonPremiumTenantOrB2CTenant",
                                        "Neither tenant is B2C or tenant doesn't have premium license")),
                scripted(
                        "access-denied",
                        "A 403 without any reason",
                        turn -> turn.answers().empty(403)),
                scripted(
                        "resource-principal-disabled",
                        "The service principal of Microsoft Graph is disabled",
                        turn -> turn.answers()
                                .graphError(
                                        403,
                                        "AuthenticationError",
                                        "AADSTS500014: The service principal for resource"
                                                + " '00000003-0000-0000-c000-000000000000' is disabled. This indicate that"
                                                + " a subscription within the tenant has lapsed, or that the administrator"
                                                + " for this tenant has disabled the application, preventing tokens from"
                                                + " being issued for it.")));
    }

    private static Scenario scripted(String name, String title, ScriptedAnswer responder) {
        return scenario(name, title, Behaviour.service(responder));
    }

    private static Scenario scenario(String name, String title, Behaviour behaviour) {
        return new Scenario(name, title, Kind.ACCESS, behaviour);
    }
}
