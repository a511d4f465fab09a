package vn.minhbach.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhbach.web.PortalUrl;

/**
 * The department's server, asked in the way that OpenID Connect prescribes: where it answers is read from its own description, the code
 * that a browser brings back is changed for a statement behind the browser's back, and of the statement everything is checked: who made it,
 * for whom, for which attempt, until when, and the signature.
 */
@ApplicationScoped
class OidcServer {

    private static final int CONNECT_MILLISECONDS = 5_000;
    private static final int READ_MILLISECONDS = 10_000;
    private static final int LONGEST_KEYS = 256 * 1024;

    /** Its description is read again after that. */
    private static final Duration KNOWN = Duration.ofHours(1);

    /** A server that did not answer, or not as it should, is left alone for so long: everybody who presses the button would wait for it, each with a thread. */
    private static final Duration LEFT_ALONE = Duration.ofSeconds(20);

    /** So long somebody waits while another one asks for the description. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String SILENT = "the server did not answer as it should a moment ago";

    private static final String EMAIL = "email";

    @Inject
    OidcSettings settings;

    @Inject
    PortalUrl portal;

    @Inject
    Clock clock;

    private volatile @Nullable Known known;
    private volatile @Nullable Instant silentSince;
    private final ReentrantLock asking = new ReentrantLock();

    /** What the server says of itself, and who checks its statements; that one keeps the server's keys. */
    private record Known(OIDCProviderMetadata metadata, IDTokenValidator validator, Instant since) {}

    protected OidcServer() {}

    /** Without a server of our own, for tests. */
    OidcServer(OidcSettings settings, PortalUrl portal, Clock clock) {
        this.settings = settings;
        this.portal = portal;
        this.clock = clock;
    }

    /** A new attempt of somebody who goes to a place of the back office. */
    OidcAttempt attempt(String next) {
        return new OidcAttempt(
                new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue(), next, clock.instant());
    }

    /** Where the browser is sent. */
    String question(OidcAttempt attempt) throws OidcException {
        return new AuthenticationRequest.Builder(
                        new ResponseType("code"), Scope.parse(settings.getScope()), client(), back())
                .endpointURI(known().metadata().getAuthorizationEndpointURI())
                .state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce()))
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI()
                .toString();
    }

    /**
     * Who somebody is who came back.
     *
     * @param code that the server gave their browser
     * @param issuer who says it is answering; empty if it does not say
     */
    OidcPerson person(OidcAttempt attempt, String code, String issuer) throws OidcException {
        var server = known();
        if (issuer.isEmpty()
                ? server.metadata().supportsAuthorizationResponseIssuerParam()
                : !issuer.equals(settings.getIssuer())) {
            throw new OidcException("another server has answered");
        }
        try {
            var tokens = tokens(server.metadata(), attempt, code);
            var statement = tokens.getOIDCTokens().getIDToken();
            var claims = new LinkedHashMap<String, Object>(
                    verified(statement, attempt.nonce()).toJSONObject());
            if (!claims.containsKey(settings.getClaim())) {
                more(server.metadata(), tokens, String.valueOf(claims.get("sub")))
                        .forEach(claims::putIfAbsent);
            }
            return new OidcPerson(name(claims), groups(claims), statement.serialize());
        } catch (IOException | ParseException e) {
            throw new OidcException("the server gave no tokens", e);
        }
    }

    private OIDCTokenResponse tokens(OIDCProviderMetadata metadata, OidcAttempt attempt, String code)
            throws IOException, ParseException, OidcException {
        var grant =
                new AuthorizationCodeGrant(new AuthorizationCode(code), back(), new CodeVerifier(attempt.verifier()));
        var answer = OIDCTokenResponseParser.parse(
                send(new TokenRequest.Builder(metadata.getTokenEndpointURI(), ourselves(metadata), grant)
                        .build()
                        .toHTTPRequest()));
        if (!answer.indicatesSuccess()) {
            throw new OidcException("the server refused the code: "
                    + answer.toErrorResponse().getErrorObject().getCode());
        }
        return (OIDCTokenResponse) answer.toSuccessResponse();
    }

    private ClientAuthentication ourselves(OIDCProviderMetadata metadata) {
        var ways = metadata.getTokenEndpointAuthMethods();
        var secret = new Secret(settings.getSecret());
        return ways == null || ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                ? new ClientSecretBasic(client(), secret)
                : new ClientSecretPost(client(), secret);
    }

    /** The claims of a statement that is to be believed. */
    IDTokenClaimsSet verified(JWT statement, String nonce) throws OidcException {
        try {
            return known().validator().validate(statement, new Nonce(nonce));
        } catch (BadJOSEException | JOSEException e) {
            throw new OidcException("the server's statement does not hold: " + e.getMessage(), e);
        }
    }

    /** Many servers write into the statement only who somebody is, and tell the rest to whoever asks with it. */
    private static Map<String, Object> more(OIDCProviderMetadata metadata, OIDCTokenResponse tokens, String subject)
            throws IOException, ParseException, OidcException {
        if (metadata.getUserInfoEndpointURI() == null) {
            return Map.of();
        }
        var answer = UserInfoResponse.parse(send(new UserInfoRequest(
                        metadata.getUserInfoEndpointURI(),
                        tokens.getOIDCTokens().getAccessToken())
                .toHTTPRequest()));
        if (!answer.indicatesSuccess()) {
            throw new OidcException("the server does not tell about the person");
        }
        var told = answer.toSuccessResponse().getUserInfo();
        if (told == null || !told.getSubject().getValue().equals(subject)) {
            throw new OidcException("the server told about somebody else");
        }
        return told.toJSONObject();
    }

    /** An address for mail counts only if the server has seen that it is theirs. */
    private String name(Map<String, Object> claims) throws OidcException {
        if (!(claims.get(settings.getClaim()) instanceof String name) || name.isBlank()) {
            throw new OidcException("the server does not say \"" + settings.getClaim() + "\"");
        }
        if (settings.getClaim().equals(EMAIL) && !Boolean.TRUE.equals(claims.get("email_verified"))) {
            throw new OidcException("the address for mail was not verified");
        }
        return name.strip();
    }

    /** Also within another claim: {@code realm_access.roles}. */
    private Set<String> groups(Map<String, Object> claims) {
        Object found = claims.get(settings.getRolesClaim());
        if (found == null) {
            found = claims;
            for (var part : settings.getRolesClaim().split("\\.", -1)) {
                found = found instanceof Map<?, ?> map ? map.get(part) : null;
            }
        }
        return found instanceof Collection<?> some
                ? some.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /** Where a browser is sent to sign out there as well; empty if the server does not offer it. */
    Optional<String> farewell(String token) {
        try {
            var place = known().metadata().getEndSessionEndpointURI();
            return place == null
                    ? Optional.empty()
                    : Optional.of(
                            new LogoutRequest(place, JWTParser.parse(token), URI.create(portal.absolute("/")), null)
                                    .toURI()
                                    .toString());
        } catch (OidcException | java.text.ParseException e) {
            return Optional.empty();
        }
    }

    private Known known() throws OidcException {
        var last = fresh();
        if (last != null) {
            return last;
        }
        if (isLeftAlone()) {
            throw new OidcException(SILENT);
        }
        if (!begins()) {
            throw new OidcException("somebody else is still asking the server for its description");
        }
        try {
            // Another one may have been told meanwhile, or have waited in vain.
            var told = fresh();
            if (told != null) {
                return told;
            }
            if (isLeftAlone()) {
                throw new OidcException(SILENT);
            }
            return described();
        } finally {
            asking.unlock();
        }
    }

    private @Nullable Known fresh() {
        var last = known;
        return last != null && clock.instant().isBefore(last.since().plus(KNOWN)) ? last : null;
    }

    private boolean isLeftAlone() {
        var since = silentSince;
        return since != null && clock.instant().isBefore(since.plus(LEFT_ALONE));
    }

    private boolean begins() {
        try {
            return asking.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Known described() throws OidcException {
        try {
            return asked();
        } catch (OidcException e) {
            silentSince = clock.instant();
            throw e;
        }
    }

    private Known asked() throws OidcException {
        try {
            var issuer = new Issuer(settings.getIssuer());
            var metadata = OIDCProviderMetadata.resolve(issuer, CONNECT_MILLISECONDS, READ_MILLISECONDS);
            if (metadata.getAuthorizationEndpointURI() == null || metadata.getTokenEndpointURI() == null) {
                throw new OidcException("the server's description lacks an address");
            }
            var fresh = new Known(
                    metadata,
                    new IDTokenValidator(
                            issuer,
                            client(),
                            JWSAlgorithm.parse(settings.getAlgorithm()),
                            metadata.getJWKSetURI().toURL(),
                            new DefaultResourceRetriever(CONNECT_MILLISECONDS, READ_MILLISECONDS, LONGEST_KEYS)),
                    clock.instant());
            known = fresh;
            return fresh;
        } catch (GeneralException | MalformedURLException e) {
            throw new OidcException("the server's description does not hold", e);
        } catch (IOException e) {
            throw new OidcException("the server does not answer", e);
        }
    }

    private static HTTPResponse send(HTTPRequest request) throws IOException {
        request.setConnectTimeout(CONNECT_MILLISECONDS);
        request.setReadTimeout(READ_MILLISECONDS);
        request.setFollowRedirects(false);
        return Objects.requireNonNull(request.send());
    }

    private ClientID client() {
        return new ClientID(settings.getClient());
    }

    /** Where the server sends the browser back to. */
    private URI back() {
        return URI.create(portal.absolute(OidcBackServlet.PATH));
    }
}
