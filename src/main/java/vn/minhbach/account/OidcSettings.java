package vn.minhbach.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The server of the department by which staff may show who they are (OpenID Connect). Nobody hears of it unless it is named; a setting
 * that makes no sense switches it off with a line in the log, and everybody signs in by the other ways.
 */
@ApplicationScoped
public class OidcSettings {

    private static final Logger LOG = Logger.getLogger(OidcSettings.class.getName());

    /** Signatures with a key of the server's own. None by the secret that both sides know, and none at all. */
    private static final Set<String> ALGORITHMS =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    @Inject
    @ConfigProperty(name = "portal.oidc.issuer")
    Optional<String> givenIssuer = Optional.empty();

    @Inject
    @ConfigProperty(name = "portal.oidc.client-id")
    Optional<String> givenClient = Optional.empty();

    @Inject
    @ConfigProperty(name = "portal.oidc.client-secret")
    Optional<String> givenSecret = Optional.empty();

    @Inject
    @ConfigProperty(name = "portal.oidc.name")
    Optional<String> givenName = Optional.empty();

    @Inject
    @ConfigProperty(name = "portal.oidc.scope", defaultValue = "openid profile email")
    String givenScope = "openid profile email";

    @Inject
    @ConfigProperty(name = "portal.oidc.claim", defaultValue = "preferred_username")
    String givenClaim = "preferred_username";

    @Inject
    @ConfigProperty(name = "portal.oidc.algorithm", defaultValue = "RS256")
    String givenAlgorithm = "RS256";

    @Inject
    @ConfigProperty(name = "portal.oidc.second-factor", defaultValue = "false")
    boolean secondFactor;

    @Inject
    @ConfigProperty(name = "portal.oidc.roles-claim")
    Optional<String> givenRolesClaim = Optional.empty();

    @Inject
    @ConfigProperty(name = "portal.oidc.roles")
    Optional<String> givenRoles = Optional.empty();

    private boolean on;
    private Map<String, Role> roles = Map.of();

    protected OidcSettings() {}

    /** For tests: as if these were set. */
    static OidcSettings of(Map<String, String> given) {
        var settings = new OidcSettings();
        settings.givenIssuer = Optional.ofNullable(given.get("issuer"));
        settings.givenClient = Optional.ofNullable(given.get("client-id"));
        settings.givenSecret = Optional.ofNullable(given.get("client-secret"));
        settings.givenClaim = given.getOrDefault("claim", settings.givenClaim);
        settings.givenAlgorithm = given.getOrDefault("algorithm", settings.givenAlgorithm);
        settings.givenRolesClaim = Optional.ofNullable(given.get("roles-claim"));
        settings.givenRoles = Optional.ofNullable(given.get("roles"));
        settings.read();
        return settings;
    }

    /** Says at once what is wrong, and not when the first person wants to get in. */
    void onStart(@Observes Startup start) {
        if (on) {
            LOG.log(Level.INFO, "Staff may sign in by {0}", getIssuer());
        }
    }

    @PostConstruct
    void read() {
        var fault = getIssuer().isEmpty() ? "" : fault();
        on = !getIssuer().isEmpty() && fault.isEmpty();
        if (!fault.isEmpty()) {
            LOG.log(Level.WARNING, "No sign-in by OpenID Connect: {0} (portal.oidc.*)", fault);
        }
    }

    /** What is wrong; empty if nothing is. */
    private String fault() {
        try {
            var issuer = URI.create(getIssuer());
            var here = issuer.getHost() != null && LOOPBACK.contains(issuer.getHost());
            if (!"https".equals(issuer.getScheme()) && !("http".equals(issuer.getScheme()) && here)) {
                return "issuer is no https address";
            }
            if (getClient().isEmpty() || getSecret().isEmpty()) {
                return "client-id and client-secret are needed";
            }
            if (!ALGORITHMS.contains(getAlgorithm())) {
                return "algorithm";
            }
            if (!Arrays.asList(getScope().split(" ")).contains("openid")) {
                return "scope lacks openid";
            }
            roles = roles(given(givenRoles));
            return roles.isEmpty() == getRolesClaim().isEmpty() ? "" : "roles-claim and roles go together";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** {@code group=ROLE;group=ROLE}; a group may have commas and equal signs in its name, as directories have them. */
    private static Map<String, Role> roles(String given) {
        var found = new LinkedHashMap<String, Role>();
        for (var pair : List.of(given.split(";", -1))) {
            var sign = pair.lastIndexOf('=');
            if (sign > 0) {
                found.put(
                        pair.substring(0, sign).strip(),
                        Role.valueOf(pair.substring(sign + 1).strip()));
            } else if (!pair.isBlank()) {
                throw new IllegalArgumentException("roles: " + pair);
            }
        }
        return found;
    }

    private static String given(Optional<String> setting) {
        return setting.map(String::strip).orElse("");
    }

    public boolean isOn() {
        return on;
    }

    String getIssuer() {
        return given(givenIssuer);
    }

    String getClient() {
        return given(givenClient);
    }

    String getSecret() {
        return given(givenSecret);
    }

    /** What the button calls the accounts of that server; may be empty. */
    String getName() {
        return given(givenName);
    }

    String getScope() {
        return givenScope.strip();
    }

    /** The claim that names the account. */
    String getClaim() {
        return givenClaim.strip();
    }

    String getAlgorithm() {
        return givenAlgorithm.strip();
    }

    /** Whether the server asks everybody for more than a password, so that the portal need not. */
    boolean asksForMore() {
        return secondFactor;
    }

    /** The claim that lists somebody's groups; empty if roles are given in the portal alone. */
    String getRolesClaim() {
        return given(givenRolesClaim);
    }

    /** Which role a group brings. */
    Map<String, Role> getRoles() {
        return roles;
    }
}
