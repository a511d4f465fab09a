package vn.minhbach.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import vn.minhbach.SetClock;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.web.PortalUrl;

/** What is believed of what the department's server says, with a server for OpenID Connect at the other end. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OidcTest {

    private static final String CLIENT = "cong";
    private static final String SECRET = "một bí mật của cổng và máy chủ, đủ dài";
    private static final String NEXT = "/quan-tri/tin-bai";

    private MockOAuth2Server mock;
    private OidcServer server;

    @BeforeAll
    void start() {
        mock = new MockOAuth2Server();
        mock.start();
    }

    @AfterAll
    void stop() {
        mock.shutdown();
    }

    @BeforeEach
    void open() {
        server = server(Map.of());
    }

    private OidcSettings settings(Map<String, String> more) {
        var given = new HashMap<>(Map.of(
                "issuer", mock.issuerUrl("so").toString(), "client-id", CLIENT, "client-secret", "bi-mat-cua-cong"));
        given.putAll(more);
        return OidcSettings.of(given);
    }

    private OidcServer server(Map<String, String> more) {
        return new OidcServer(settings(more), new PortalUrl("https://cong.example.gov.vn"), Clock.systemUTC());
    }

    /** What the server is to say next of whoever comes. */
    private void say(Map<String, Object> claims) {
        mock.enqueueCallback(new DefaultOAuth2TokenCallback("so", "ma-so-1", "JWT", List.of(CLIENT), claims, 300));
    }

    private static Map<String, String> parameters(String url) {
        return Arrays.stream(URI.create(url).getRawQuery().split("&", -1))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> URLDecoder.decode(each[1], StandardCharsets.UTF_8)));
    }

    /** As the browser goes: to the server and back. */
    private Map<String, String> gone(String question) throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(question)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(302);
        var back = answer.headers().firstValue("Location").orElseThrow();
        assertThat(back).startsWith("https://cong.example.gov.vn/dang-nhap/oidc/ve?");
        return parameters(back);
    }

    private OidcPerson person(OidcServer asked) throws Exception {
        var attempt = asked.attempt(NEXT);
        var answer = gone(asked.question(attempt));
        assertThat(answer).containsEntry("state", attempt.state());
        return asked.person(attempt, answer.getOrDefault("code", ""), answer.getOrDefault("iss", ""));
    }

    // --- The way there and back
    // ------------------------------------------------------------------------------------------

    @Test
    void theQuestionNamesThisAttemptAloneAndKeepsWhatOnlyWeKnow() throws Exception {
        var attempt = server.attempt(NEXT);
        var asked = parameters(server.question(attempt));

        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", CLIENT)
                .containsEntry("redirect_uri", "https://cong.example.gov.vn/dang-nhap/oidc/ve")
                .containsEntry("state", attempt.state())
                .containsEntry("nonce", attempt.nonce())
                .containsEntry("code_challenge_method", "S256")
                .containsEntry(
                        "code_challenge",
                        CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(attempt.verifier()))
                                .getValue());
        assertThat(asked.values()).noneMatch(each -> each.contains(attempt.verifier()));
        var other = server.attempt(NEXT);
        assertThat(Set.of(
                        attempt.state(),
                        other.state(),
                        attempt.nonce(),
                        other.nonce(),
                        attempt.verifier(),
                        other.verifier()))
                .hasSize(6)
                .allMatch(each -> each.length() >= 32);
    }

    @Test
    void whoComesBackIsWhomTheServerNames() throws Exception {
        say(Map.of("preferred_username", "lan", "groups", List.of("bbt", "khác")));

        var person = person(server(Map.of("roles-claim", "groups", "roles", "bbt=PUBLISHER")));

        assertThat(person.name()).isEqualTo("lan");
        assertThat(person.groups()).containsExactlyInAnyOrder("bbt", "khác");
        assertThat(server.farewell(person.token()).orElseThrow())
                .startsWith(mock.endSessionEndpointUrl("so").toString())
                .contains("id_token_hint=", "post_logout_redirect_uri=https%3A%2F%2Fcong.example.gov.vn%2F");
    }

    @Test
    void groupsMayStandWithinAnotherClaim() throws Exception {
        say(Map.of("preferred_username", "lan", "realm", Map.of("roles", List.of("bbt"))));

        assertThat(person(server(Map.of("roles-claim", "realm.roles", "roles", "bbt=PUBLISHER")))
                        .groups())
                .containsExactly("bbt");
    }

    @Test
    void anAnswerToAnotherAttemptIsNone() throws Exception {
        say(Map.of("preferred_username", "lan"));
        var one = server.attempt(NEXT);
        var code = gone(server.question(one)).getOrDefault("code", "");
        var other = server.attempt(NEXT);

        // Another's code, put into one's own way back: neither its proof of possession nor its nonce is ours.
        assertThatThrownBy(() -> server.person(other, code, "")).isInstanceOf(OidcException.class);
        assertThatThrownBy(() -> server.person(one, code, "https://khac.example.vn"))
                .isInstanceOf(OidcException.class)
                .hasMessageContaining("another server");
    }

    @Test
    void anAddressForMailCountsOnlyIfItWasVerified() throws Exception {
        var byMail = server(Map.of("claim", "email"));
        say(Map.of("email", "lan@example.gov.vn"));
        assertThatThrownBy(() -> person(byMail)).hasMessageContaining("verified");
        say(Map.of("email", "lan@example.gov.vn", "email_verified", true));

        assertThat(person(byMail).name()).isEqualTo("lan@example.gov.vn");
    }

    // --- Statements
    // -------------------------------------------------------------------------------------------------------

    private JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .issuer(mock.issuerUrl("so").toString())
                .audience(CLIENT)
                .subject("ma-so-1")
                .claim("nonce", "n")
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .build();
    }

    private SignedJWT signed(Map<String, Object> claims) {
        var all = new HashMap<String, Object>(Map.of("aud", CLIENT, "sub", "ma-so-1", "nonce", "n"));
        all.putAll(claims);
        return mock.anyToken(mock.issuerUrl("so"), all, Duration.ofMinutes(5));
    }

    @Test
    void aStatementHoldsAsItWasSigned() throws Exception {
        assertThat(server.verified(signed(Map.of()), "n").getSubject().getValue())
                .isEqualTo("ma-so-1");
    }

    @Test
    void nobodyIsBelievedWhoSpeaksForAnotherOrToAnotherOrTooLate() {
        var claims = Map.<String, Object>of("aud", CLIENT, "sub", "ma-so-1", "nonce", "n");
        var another = mock.anyToken(mock.issuerUrl("khac"), claims, Duration.ofMinutes(5));
        var late = mock.anyToken(mock.issuerUrl("so"), claims, Duration.ofMinutes(-5));

        assertThatThrownBy(() -> server.verified(another, "n")).isInstanceOf(OidcException.class);
        assertThatThrownBy(() -> server.verified(signed(Map.of("aud", "cong-khac")), "n"))
                .isInstanceOf(OidcException.class)
                .hasMessageContaining("audience");
        assertThatThrownBy(() -> server.verified(late, "n"))
                .isInstanceOf(OidcException.class)
                .hasMessageContaining("Expired");
    }

    @Test
    void aStatementThatIsNotSignedOrByAnotherKeyOrChangedSinceHoldsNot()
            throws JOSEException, java.text.ParseException {
        var good = signed(Map.of());
        var parts = good.serialize().split("\\.", -1);
        var changed = JWTParser.parse(
                parts[0] + "." + signed(Map.of("sub", "ma-so-2")).serialize().split("\\.", -1)[1] + "." + parts[2]);
        var shared = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims());
        shared.sign(new MACSigner(SECRET.getBytes(StandardCharsets.UTF_8)));
        var foreign = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("so").build(), claims());
        foreign.sign(new RSASSASigner(new RSAKeyGenerator(2048).keyID("so").generate()));

        assertThat(Stream.of(changed, new PlainJWT(claims()), shared, foreign))
                .allSatisfy(each ->
                        assertThatThrownBy(() -> server.verified(each, "n")).isInstanceOf(OidcException.class));
        assertThatThrownBy(() -> server.verified(good, "m"))
                .isInstanceOf(OidcException.class)
                .hasMessageContaining("nonce");
    }

    // --- Settings
    // ---------------------------------------------------------------------------------------------------------

    @Test
    void whatMakesNoSenseSwitchesItOff() {
        assertThat(settings(Map.of()).isOn()).isTrue();
        assertThat(OidcSettings.of(Map.of()).isOn()).isFalse();
        for (var wrong : List.of(
                Map.of("issuer", "http://sso.example.gov.vn"),
                Map.of("issuer", "sso"),
                Map.of("client-secret", ""),
                Map.of("algorithm", "none"),
                Map.of("algorithm", "HS256"),
                Map.of("roles", "bbt=PUBLISHER"),
                Map.of("roles-claim", "groups", "roles", "bbt=GIAM_DOC"))) {
            assertThat(settings(wrong).isOn()).as(wrong.toString()).isFalse();
        }
        assertThat(settings(Map.of("roles-claim", "g", "roles", "CN=BBT,OU=So=PUBLISHER; qt=ADMINISTRATOR"))
                        .getRoles())
                .containsExactlyInAnyOrderEntriesOf(Map.of("CN=BBT,OU=So", Role.PUBLISHER, "qt", Role.ADMINISTRATOR));
    }

    @Test
    void aServerThatDoesNotAnswerOpensNothing() {
        var down = OidcSettings.of(
                Map.of("issuer", "http://localhost:1/so", "client-id", CLIENT, "client-secret", "bi-mat"));
        var asked = new OidcServer(down, new PortalUrl("https://cong.example.gov.vn"), Clock.systemUTC());

        assertThatThrownBy(() -> asked.question(asked.attempt(NEXT))).isInstanceOf(OidcException.class);
        assertThat(asked.farewell(signed(Map.of()).serialize())).isEmpty();
    }

    /** Whoever presses the button waits for the server, with a thread of the portal. */
    @Test
    void aServerThatDidNotAnswerIsLeftAloneForAMoment() throws Exception {
        var asked = new AtomicInteger();
        var silent = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        silent.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        silent.start();
        try {
            var clock = new SetClock(Instant.parse("2026-06-01T01:00:00Z"));
            var issuer = "http://localhost:" + silent.getAddress().getPort() + "/so";
            var portal = new OidcServer(
                    OidcSettings.of(Map.of("issuer", issuer, "client-id", CLIENT, "client-secret", "bi-mat")),
                    new PortalUrl("https://cong.example.gov.vn"),
                    clock);
            for (var i = 0; i < 20; i++) {
                assertThatThrownBy(() -> portal.question(portal.attempt(NEXT))).isInstanceOf(OidcException.class);
            }
            assertThat(asked).hasValue(1);
            clock.pass(Duration.ofSeconds(20));
            assertThatThrownBy(() -> portal.question(portal.attempt(NEXT))).isInstanceOf(OidcException.class);
            assertThat(asked).hasValue(2);
        } finally {
            silent.stop(0);
        }
    }

    // --- Accounts
    // ---------------------------------------------------------------------------------------------------------

    private static OidcPerson known(String name, String... groups) {
        return new OidcPerson(name, Set.of(groups), "");
    }

    private boolean hasAccount(AccountsOnH2 h2, OidcSettings settings, String name) {
        return h2.database.ask(
                em -> new OidcAccounts(new AccountsOnH2.Desk(em, h2.clock).accounts, settings, new Audit(em, h2.clock))
                        .proof(known(name))
                        .isPresent());
    }

    private void follow(AccountsOnH2 h2, OidcSettings settings, OidcPerson person) {
        h2.database.inTransaction(
                em -> new OidcAccounts(new AccountsOnH2.Desk(em, h2.clock).accounts, settings, new Audit(em, h2.clock))
                        .follow(person));
    }

    @Test
    void onlyWhoHasAnOpenAccountIsSomebodyHere() {
        try (var h2 = new AccountsOnH2()) {
            h2.person("lan");
            h2.person("hoa");
            h2.run(desk -> desk.accounts.close(desk.get("hoa")));
            var byName = settings(Map.of());
            var byMail = settings(Map.of("claim", "email"));

            assertThat(hasAccount(h2, byName, "lan")).isTrue();
            assertThat(Stream.of("hoa", "mai", "LAN", "lan@example.gov.vn", ""))
                    .noneMatch(each -> hasAccount(h2, byName, each));
            assertThat(hasAccount(h2, byMail, "Lan@example.gov.vn")).isTrue();
            assertThat(Stream.of("hoa@example.gov.vn", "lan")).noneMatch(each -> hasAccount(h2, byMail, each));
        }
    }

    @Test
    void rolesFollowGroupsWhereTheSettingsSaySo() {
        try (var h2 = new AccountsOnH2()) {
            h2.person("quantri", Role.ADMINISTRATOR);
            h2.person("lan", Role.EDITOR);
            h2.run(desk -> desk.accounts.change(
                    desk.get("lan"),
                    "Lan",
                    "lan@example.gov.vn",
                    Set.of(new Assignment(Role.EDITOR, ""), new Assignment(Role.RESPONDER, "phong-1"))));
            follow(h2, settings(Map.of()), known("lan", "bbt"));
            assertThat(h2.holds(desk -> desk.get("lan").has(Role.EDITOR))).isTrue();

            var mapped = settings(Map.of("roles-claim", "groups", "roles", "bbt=PUBLISHER;qt=ADMINISTRATOR"));
            follow(h2, mapped, known("lan", "bbt", "khác"));
            assertThat(h2.<Set<Assignment>>ask(desk -> desk.get("lan").getAssignments()))
                    .containsExactlyInAnyOrder(
                            new Assignment(Role.PUBLISHER, ""), new Assignment(Role.RESPONDER, "phong-1"));
            assertThat(h2.database.<String>ask(
                            em -> new Audit(em, h2.clock).newest(1).getFirst().getSubject()))
                    .isEqualTo("lan · PUBLISHER, RESPONDER@phong-1");

            assertThatThrownBy(() -> follow(h2, mapped, known("quantri"))).isInstanceOf(RuleBrokenException.class);
            assertThat(h2.holds(desk -> desk.get("quantri").has(Role.ADMINISTRATOR)))
                    .isTrue();
        }
    }
}
