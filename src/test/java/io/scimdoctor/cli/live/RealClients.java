package io.scimdoctor.cli.live;

import com.azure.core.credential.TokenRequestContext;
import com.azure.identity.EnvironmentCredentialBuilder;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.unboundid.scim2.client.ScimService;
import com.unboundid.scim2.common.GenericScimResource;
import com.unboundid.scim2.common.messages.ListResponse;
import com.unboundid.scim2.common.types.Email;
import com.unboundid.scim2.common.types.Name;
import com.unboundid.scim2.common.types.UserResource;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.util.List;
import java.util.Set;
import org.glassfish.jersey.apache5.connector.Apache5ConnectorProvider;
import org.glassfish.jersey.client.ClientConfig;

/** A program as others write them: it knows nothing of the simulator but the variables that it prints. */
final class RealClients {
    private static final String SCOPE = "https://graph.microsoft.com/.default";

    private RealClients() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "msal4j" -> say("token " + msal());
            case "azure-identity" ->
                say("token "
                        + new EnvironmentCredentialBuilder()
                                .build()
                                .getTokenSync(new TokenRequestContext().addScopes(SCOPE))
                                .getToken());
            default -> users(service(msal()));
        }
        // The libraries leave threads behind.
        Runtime.getRuntime().halt(0);
    }

    private static String msal() throws Exception {
        return ConfidentialClientApplication.builder(
                        variable("AZURE_CLIENT_ID"),
                        ClientCredentialFactory.createFromSecret(variable("AZURE_CLIENT_SECRET")))
                .authority(variable("AZURE_AUTHORITY_HOST") + "/" + variable("AZURE_TENANT_ID") + "/")
                .build()
                .acquireToken(ClientCredentialParameters.builder(Set.of(SCOPE)).build())
                .get()
                .accessToken();
    }

    private static ScimService service(String token) {
        Client client = ClientBuilder.newClient(new ClientConfig().connectorProvider(new Apache5ConnectorProvider()));
        client.register((ClientRequestFilter) request -> {
            request.getHeaders().putSingle("Authorization", "Bearer " + token);
            if (request.getMethod().equals("DELETE")) {
                request.getHeaders().putSingle("Accept", "*/*");
            }
        });
        return new ScimService(client.target(variable("SCIMDOCTOR_BASE_URL")));
    }

    private static void users(ScimService service) throws Exception {
        int walked = 0;
        ListResponse<UserResource> page =
                service.searchRequest("users").firstPageCursorWithCount(100).invoke(UserResource.class);
        walked += page.getResources().size();
        while (page.getNextCursor() != null) {
            page = service.searchRequest("users")
                    .pageWithCursor(page.getNextCursor(), 100)
                    .invoke(UserResource.class);
            walked += page.getResources().size();
        }
        say("walked " + walked);
        UserResource user = new UserResource()
                .setUserName("real.client@contoso.example")
                .setDisplayName("Real Client")
                .setActive(true)
                .setPassword("Simulated-Only-1")
                .setName(new Name().setGivenName("Real").setFamilyName("Client"))
                .setEmails(List.of(new Email().setType("work").setValue("real.client@contoso.example")));
        String id = service.create("users", user).getId();
        service.modifyRequest("users", id).replaceValue("title", "Changed").invoke(GenericScimResource.class);
        say("title " + service.retrieve("users", id, GenericScimResource.class).getStringValue("title"));
        service.delete("users", id);
        say("deleted");
    }

    private static String variable(String name) {
        return System.getenv(name);
    }

    @SuppressWarnings("SystemOut")
    private static void say(String line) {
        System.out.println(line);
    }
}
