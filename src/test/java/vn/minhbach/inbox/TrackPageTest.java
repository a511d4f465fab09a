package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.web.Forwarded;
import vn.minhbach.web.Proof;
import vn.minhbach.web.Throttle;
import vn.minhbach.web.TypedForm;
import vn.minhbach.web.Visit;
import vn.minhbach.web.Words;

/** Codes are told to their owners alone, whoever tries however often. */
class TrackPageTest {

    private static final String UNKNOWN = Words.VIETNAMESE.text("inbox.track.unknown");
    private static final String OTHER_NUMBER = "0987 654 321";
    private static final String TOKEN = "AbCdEfGhIjKlMnOpQrStUv";
    private static final String HANDLE = "0123456789abcdef0123456789abcdef";

    private final InboxOnH2 h2 = new InboxOnH2();
    private final Throttle throttle = new Throttle(h2.clock());

    @AfterEach
    void close() {
        h2.close();
    }

    private record Answer(int status, String problem, boolean found) {}

    private final List<String> taken = new ArrayList<>();

    private Answer look(String address, String code, String contact) {
        return look(address, Map.of("ma-so", code, "lien-he", contact), Map.of());
    }

    /** @param before what stands before two files in the form; no files if it is empty */
    private Answer look(String address, Map<String, String> typed, Map<String, String> before) {
        var page = send(address, TypedForm.of(typed), before);
        return new Answer(page.status(), page.getProblem(), page.getTracked() != null);
    }

    private TrackPage send(String address, Map<String, String> form) {
        return send(address, TypedForm.of(form));
    }

    private TrackPage send(String address, TypedForm form) {
        return send(address, form, Map.of());
    }

    private TrackPage send(String address, TypedForm form, Map<String, String> before) {
        return h2.ask(desk -> {
            var page = new TrackPage();
            page.service = desk.service;
            page.tries = new CodeTries(throttle, new Forwarded(""));
            page.enclosed = new EnclosureService() {
                @Override
                public List<Waiting> waiting(String token, List<String> handles) {
                    return token.equals(TOKEN)
                            ? handles.stream()
                                    .filter(HANDLE::equals)
                                    .map(handle -> new Waiting(handle, "ảnh.jpg", "JPG"))
                                    .toList()
                            : List.of();
                }

                @Override
                public void add(String shown, String telephone, String token, String text, List<String> handles) {
                    desk.enclosed.add(shown, telephone, token, text, List.of());
                }

                @Override
                public List<Own> own(Tracked tracked) {
                    return desk.enclosed.own(tracked);
                }

                @Override
                public List<Own> answered(Tracked tracked) {
                    return desk.enclosed.answered(tracked);
                }
            };
            page.enclosures = new EnclosureForm() {
                @Override
                void receive(TypedForm fields, String name, InputStream bytes) {
                    taken.add(name);
                }
            };
            page.enclosures.service = page.enclosed;
            page.request = (HttpServletRequest) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {HttpServletRequest.class},
                    (proxy, method, values) -> method.getName().equals("getRemoteAddr") ? address : null);
            page.visit = new Visit() {
                @Override
                public String parameter(String name) {
                    return "";
                }
            };
            page.enclosures.visit = page.visit;
            page.load();
            if (!before.isEmpty()) {
                bring(page, before, "a.jpg");
                bring(page, before, "b.jpg");
            }
            page.take(form);
            return page;
        });
    }

    private static void bring(TrackPage page, Map<String, String> before, String name) {
        try {
            page.receive(TypedForm.of(before), name, InputStream.nullInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void filesAreTakenOfTheOwnerAlone() {
        var code = h2.code(h2.send("question"));
        var right = Map.of("ma-so", code, "lien-he", InboxOnH2.PHONE);
        var wrong = Map.of("ma-so", code, "lien-he", OTHER_NUMBER);

        assertThat(look("203.0.113.7", right, right)).isEqualTo(new Answer(200, "", true));
        assertThat(taken).containsExactly("a.jpg", "b.jpg");
        assertThat(look("203.0.113.7", wrong, wrong)).isEqualTo(new Answer(422, UNKNOWN, false));
        // No form of the portal's has its files first; then they are not taken, and it is said.
        assertThat(look("203.0.113.7", right, Map.of("x", "y")))
                .isEqualTo(new Answer(422, Words.VIETNAMESE.text("enclosure.error.gone"), true));
        assertThat(taken).hasSize(2);
    }

    @Test
    void whoTriesCodesWithFilesIsStoppedToo() {
        var code = h2.code(h2.send("question"));
        for (var i = 0; i < 20; i++) {
            var wrong = Map.of("ma-so", code, "lien-he", "09000000" + (10 + i));
            look("203.0.113." + i, wrong, i % 2 == 0 ? wrong : Map.of("x", "y"));
        }

        var right = Map.of("ma-so", code, "lien-he", InboxOnH2.PHONE);
        assertThat(look("203.0.113.99", right, right).status()).isEqualTo(429);
        assertThat(taken).isEmpty();
    }

    @Test
    void aWrongCodeAndAWrongNumberAreAnsweredAlikeToTheLastTry() {
        var code = h2.code(h2.send("question"));
        var made = TrackingCode.random().value();

        for (var i = 0; i < 25; i++) {
            var wrongNumber = look("203.0.113.7", code, OTHER_NUMBER);
            var wrongCode = look("203.0.113.8", made, InboxOnH2.PHONE);
            assertThat(wrongNumber).as("%d", i).isEqualTo(wrongCode);
            assertThat(wrongNumber.status()).isEqualTo(i < 20 ? 422 : 429);
            assertThat(wrongNumber.problem().equals(UNKNOWN)).isEqualTo(i < 20);
        }
    }

    @Test
    void whatWasSentIsFetchedForItsOwnerAlone() {
        var code = h2.code(h2.send("question"));

        assertThat(isFetched(TrackingCode.random().value(), InboxOnH2.PHONE)).isFalse();
        assertThat(isFetched(code, OTHER_NUMBER)).isFalse();
        assertThat(isFetched(code, InboxOnH2.PHONE)).isTrue();
    }

    /** Whether anything of the inbox was read from the database as a whole. */
    private boolean isFetched(String code, String contact) {
        return h2.ask(desk -> {
            desk.service.track(code, contact, Words.VIETNAMESE);
            return desk.repository.em.unwrap(UnitOfWorkImpl.class).getCloneMapping().keySet().stream()
                    .anyMatch(Submission.class::isInstance);
        });
    }

    /** Words are made of code and contact, and what lies sealed is opened, once for what is shown, and once for a deed within its transaction. */
    @Test
    void whoseItIsIsAskedOnceForAllThatIsShown() {
        var code = h2.code(h2.send("question"));

        look("203.0.113.7", code, InboxOnH2.PHONE);
        assertThat(h2.lookups()).isEqualTo(1);
        look("203.0.113.7", code, OTHER_NUMBER);
        assertThat(h2.lookups()).isEqualTo(2);
        send("203.0.113.7", message(code, "them"));
        assertThat(h2.lookups()).isEqualTo(4);
    }

    @Test
    void anOfficeOfFiftyPeopleLooksAsOftenAsItLikes() {
        var code = h2.code(h2.send("question"));

        for (var i = 0; i < 250; i++) {
            assertThat(look("203.0.113.7", code, InboxOnH2.PHONE).found())
                    .as("%d", i)
                    .isTrue();
        }
    }

    @Test
    void whoGoesThroughCodesIsStoppedAndToldForHowLong() {
        var last = Optional.<Answer>empty();
        for (var i = 0; i < 61; i++) {
            last = Optional.of(look("203.0.113.7", TrackingCode.random().value(), InboxOnH2.PHONE));
        }
        assertThat(last).hasValue(new Answer(429, Words.VIETNAMESE.text("inbox.track.tooOften", "1"), false));

        var code = h2.code(h2.send("question"));
        assertThat(look("203.0.113.7", code, InboxOnH2.PHONE).status()).isEqualTo(429);
        assertThat(look("203.0.113.8", code, InboxOnH2.PHONE).found()).isTrue();
        h2.clock().pass(Duration.ofMinutes(2));
        assertThat(look("203.0.113.7", code, InboxOnH2.PHONE).found()).isTrue();
    }

    @Test
    void whoGoesThroughNumbersForACodeIsStoppedFromWhereverTheyCome() {
        var code = h2.code(h2.send("question"));
        for (var i = 0; i < 20; i++) {
            look("203.0.113." + i, code, "09000000" + (10 + i));
        }

        assertThat(look("203.0.113.99", code, InboxOnH2.PHONE).status()).isEqualTo(429);
    }

    private static Map<String, String> message(String code, String deed) {
        var form = new HashMap<>(Map.of(
                "ma-so", code,
                "lien-he", InboxOnH2.PHONE,
                "phieu", TOKEN,
                "loi-nhan", "Tôi gửi thêm ảnh.",
                "tep-1", HANDLE));
        form.put("viec", deed);
        return form;
    }

    @Test
    void atTheLimitAMessageKeepsItsFormItsDeedAndItsFiles() {
        var code = h2.code(h2.send("question"));
        for (var i = 0; i < 61; i++) {
            look("203.0.113.7", TrackingCode.random().value(), InboxOnH2.PHONE);
        }

        for (var deed : List.of("them", "chua-dung")) {
            var page = send("203.0.113.7", message(code, deed));
            assertThat(page.status()).isEqualTo(429);
            assertThat(page.getTracked()).isNull();
            assertThat(page.isUnsent()).isTrue();
            assertThat(page.getText()).isEqualTo("Tôi gửi thêm ảnh.");
            assertThat(page.getDeed()).isEqualTo(deed);
            assertThat(page.getToken()).isEqualTo(TOKEN);
            assertThat(page.getWaiting())
                    .extracting(EnclosureService.Waiting::handle)
                    .containsExactly(HANDLE);
        }

        // Whoever only looks first, still before the time, keeps for what it was meant.
        var looking = message(code, "");
        looking.put("cho-viec", "chua-dung");
        assertThat(send("203.0.113.7", looking).getDeed()).isEqualTo("chua-dung");

        h2.clock().pass(Duration.ofMinutes(5));
        var seen = send("203.0.113.7", message(code, ""));
        assertThat(seen.getTracked()).isNotNull();
        assertThat(seen.getText()).isEqualTo("Tôi gửi thêm ảnh.");
        assertThat(seen.getToken()).isEqualTo(TOKEN);
        assertThat(seen.getWaiting()).hasSize(1);
        var sent = send("203.0.113.7", message(code, "them"));
        assertThat(sent.getDone()).isEqualTo(Words.VIETNAMESE.text("inbox.track.added"));
        assertThat(sent.isUnsent()).isFalse();
    }

    @Test
    void withAWrongNumberAMessageIsNotLostEither() {
        var form = message(h2.code(h2.send("question")), "them");
        form.put("lien-he", OTHER_NUMBER);

        var page = send("203.0.113.7", form);

        assertThat(page.getProblem()).isEqualTo(UNKNOWN);
        assertThat(page.isUnsent()).isTrue();
        assertThat(page.getText()).isEqualTo("Tôi gửi thêm ảnh.");
        assertThat(page.getToken()).isEqualTo(TOKEN);
    }

    @Test
    void aMessageIsTakenAsAWholeOrNotAtAll() {
        var id = h2.send("question");
        var long1 = message(h2.code(id), "them");
        long1.put("loi-nhan", "ư".repeat(4_001));
        var tooLong = Words.VIETNAMESE.text("inbox.ask.tooLong", "Lời nhắn", "4.000");

        for (var form : List.of(TypedForm.of(long1), TypedForm.of(message(h2.code(id), "them"), Set.of("loi-nhan")))) {
            var page = send("203.0.113.7", form);
            assertThat(page.status()).isEqualTo(422);
            assertThat(page.getProblem()).isEqualTo(tooLong);
            assertThat(page.getText()).isEqualTo(form.get("loi-nhan"));
            assertThat(page.getTracked()).isNotNull();
        }
        assertThat(h2.track(id).steps()).extracting(Tracked.Step::deed).containsExactly(InboxDeed.SUBMIT);
    }

    private static Document shown(TrackPage page) {
        return Jsoup.parse(new Proof().print("tra-cuu", page));
    }

    /** Whoever cannot see the page hears first what became of what they sent, and where it is mended. */
    @Test
    void aProblemLeadsToItsFieldAndIsHeardWithIt() {
        var id = h2.send("question");
        var empty = message(h2.code(id), "them");
        empty.put("loi-nhan", " ");
        empty.remove("tep-1");

        var adding = shown(send("203.0.113.7", empty));
        assertThat(adding.select("#loi[role=alert][autofocus][tabindex=-1] a").eachAttr("href"))
                .containsExactly("#them");
        assertThat(adding.select("#them[aria-invalid=true][aria-describedby=loi]"))
                .hasSize(1);
        assertThat(adding.title()).startsWith(Words.VIETNAMESE.text("inbox.track.title.problem"));

        var missing = message(h2.code(id), "them");
        missing.put("tep-1", "f".repeat(32));
        var files = shown(send("203.0.113.7", missing));
        assertThat(files.select("#loi a").eachAttr("href")).containsExactly("#o-tep");
        assertThat(files.select("#o-tep").attr("aria-describedby").split(" "))
                .allMatch(described -> files.getElementById(described) != null)
                .hasSize(2);

        h2.answer(id);
        empty.put("viec", "chua-dung");
        var objecting = shown(send("203.0.113.7", empty));
        assertThat(objecting.select("#loi a").eachAttr("href")).containsExactly("#chua-dung");
        assertThat(objecting.select("#chua-dung[aria-invalid=true][aria-describedby=loi]"))
                .hasSize(1);
        assertThat(objecting.select("#them[aria-invalid]")).isEmpty();

        var unknown = shown(send("203.0.113.7", Map.of("ma-so", "x", "lien-he", "y")));
        assertThat(unknown.select("#ma-so[aria-describedby=loi], #lien-he[aria-describedby=loi]"))
                .hasSize(2);
        assertThat(unknown.select("#loi a")).isEmpty();
    }

    /** A message to be sent again stands in the field for which it was written, and in no other. */
    @Test
    void whatWasTypedStandsInItsOwnFieldAlone() {
        var id = h2.send("question");
        h2.answer(id);
        var objection = message(h2.code(id), "chua-dung");
        objection.put("loi-nhan", "Chưa đúng. " + "ư".repeat(4_000));

        var page = shown(send("203.0.113.7", objection));

        assertThat(page.select("#chua-dung").text()).startsWith("Chưa đúng.");
        assertThat(page.select("#them").text()).isEmpty();
    }

    @Test
    void whatBecameOfADeedIsHeardFirst() {
        var code = h2.code(h2.send("question"));

        var done = shown(send("203.0.113.7", message(code, "them")));
        assertThat(done.select("[role=status][autofocus][tabindex=-1]").text())
                .isEqualTo(Words.VIETNAMESE.text("inbox.track.added"));
        assertThat(done.title()).startsWith(Words.VIETNAMESE.text("inbox.track.title.found"));
        var found = shown(send("203.0.113.7", Map.of("ma-so", code, "lien-he", InboxOnH2.PHONE)));
        assertThat(found.select("[autofocus]")).isEmpty();
        assertThat(found.select("main").select("h1, h2, h3, h4").eachText()).isNotEmpty();
        var level = 1;
        for (var heading : found.select("main").select("h1, h2, h3, h4")) {
            var own = heading.tagName().charAt(1) - '0';
            assertThat(own).as(heading.text()).isLessThanOrEqualTo(level + 1);
            level = own;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t", "\u0000", "\u200B\u200D\uFEFF", "\u202E\u2066"})
    void aMessageOfNothingThatCanBeSeenIsNone(String typed) {
        var id = h2.send("question");
        var form = message(h2.code(id), "them");
        form.put("loi-nhan", typed);
        form.remove("tep-1");

        assertThat(send("203.0.113.7", form).getProblemField()).isEqualTo("them");
        assertThat(h2.track(id).steps()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'Xin \u0000\u202Echào\u200B',Xin chào",
        "'Đe\u0302\u0300n hỏng','Đền hỏng'",
        "'<b onclick=x>Đậm</b> & \"trích\"','<b onclick=x>Đậm</b> & \"trích\"'",
        "Cảm ơn 🙏🏽👨‍👩‍👧,Cảm ơn 🙏🏽👨‍👩‍👧"
    })
    void aMessageIsKeptAsItIsReadAndShownAsText(String typed, String kept) {
        var id = h2.send("question");
        var form = message(h2.code(id), "them");
        form.put("loi-nhan", typed);
        form.remove("tep-1");

        var page = shown(send("203.0.113.7", form));

        assertThat(h2.track(id).steps().getLast().text()).isEqualTo(kept);
        assertThat(page.select("main ol p").eachText()).contains(kept);
        assertThat(page.select("main b, main [onclick]")).isEmpty();
    }

    /** Two presses, or the page of before sent again. */
    @Test
    void aMessageSentTwiceIsOneAndAnotherOneIsAnother() {
        var id = h2.send("question");
        var form = message(h2.code(id), "them");
        form.remove("tep-1");

        send("203.0.113.7", form);
        assertThat(send("203.0.113.7", form).getProblem()).isEmpty();
        form.put("loi-nhan", "Tôi gửi thêm địa chỉ.");
        send("203.0.113.7", form);

        assertThat(h2.track(id).steps())
                .extracting(Tracked.Step::deed)
                .containsExactly(InboxDeed.SUBMIT, InboxDeed.ADD, InboxDeed.ADD);
    }

    @Test
    void whoOnlyLooksHasNothingUnsent() {
        assertThat(send("203.0.113.7", Map.of("ma-so", "x", "lien-he", "y")).isUnsent())
                .isFalse();
    }

    @Test
    void whatCanBeNoCodeIsNobodysBucket() {
        for (var i = 0; i < 40; i++) {
            look("203.0.113." + i, "không phải mã", InboxOnH2.PHONE);
        }

        assertThat(look("203.0.113.99", "không phải mã", InboxOnH2.PHONE)).isEqualTo(new Answer(422, UNKNOWN, false));
    }
}
