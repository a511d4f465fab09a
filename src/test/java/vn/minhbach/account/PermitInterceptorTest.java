package vn.minhbach.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import vn.minhbach.access.Actor;
import vn.minhbach.access.FourEyesException;
import vn.minhbach.access.Permission;
import vn.minhbach.access.RefusedException;
import vn.minhbach.article.ArticleService;
import vn.minhbach.article.SectionService;
import vn.minhbach.inbox.InboxWorkService;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.site.SiteKind;
import vn.minhbach.site.SiteService;

/** What the last door writes down: what a deed was done to, also where that has its number only afterwards, and what was refused. */
class PermitInterceptorTest {

    private static final Actor MAI = new Actor(
            "mai",
            Set.of(
                    new Actor.Grant(Permission.ARRANGE_SECTIONS, ""),
                    new Actor.Grant(Permission.KEEP_SITE, ""),
                    new Actor.Grant(Permission.PUBLISH_ARTICLES, ""),
                    new Actor.Grant(Permission.MODERATE_INBOX, "")));

    private final List<String> written = new ArrayList<>();
    private final PermitInterceptor door = door();

    private PermitInterceptor door() {
        var made = new PermitInterceptor();
        made.actors = () -> MAI;
        made.audit = new Audit() {
            @Override
            public void done(Actor actor, Deed deed) {
                written.add("done " + deed.method() + " " + deed.subject());
            }

            @Override
            public void refused(Actor actor, Deed deed) {
                written.add("refused " + deed.method() + " " + deed.subject());
            }
        };
        made.transaction = proxy(
                TransactionSynchronizationRegistry.class, Map.of("getTransactionStatus", () -> Status.STATUS_ACTIVE));
        return made;
    }

    private static <T> T proxy(Class<T> type, Map<String, Callable<?>> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, given) ->
                        Objects.requireNonNull(answers.get(method.getName())).call()));
    }

    private Object calls(Class<?> service, String name, Callable<?> deed, Object... given) throws Exception {
        var method = method(service, name, given.length);
        return door.ask(proxy(
                InvocationContext.class,
                Map.of("getMethod", () -> method, "getParameters", () -> given, "proceed", deed)));
    }

    private static Method method(Class<?> service, String name, int parameters) {
        return Arrays.stream(service.getDeclaredMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == parameters)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theNumberOfWhatWasAddedIsWhatTheDeedWasDoneTo() throws Exception {
        calls(SectionService.class, "add", () -> 17L, Map.of());
        calls(SiteService.class, "add", () -> 18L, SiteKind.NOTICE, Map.of());

        assertThat(written).containsExactly("done SectionService.add 17", "done SiteService.add NOTICE · 18");
    }

    /** The code of a submission opens it to whoever has it. */
    @Test
    void ofWhatWasTakenDownTheNumberIsWrittenAndNeverTheCode() throws Exception {
        calls(
                InboxWorkService.class,
                "takeDown",
                () -> new InboxWorkService.Taken(31, "MB-1234-5678"),
                "",
                "sent",
                "intake");

        assertThat(written).containsExactly("done InboxWorkService.takeDown 31");
    }

    @Test
    void whoeverWantsToDecideAloneIsWrittenDown() {
        assertThatThrownBy(() -> calls(
                        ArticleService.class,
                        "approve",
                        () -> {
                            throw new FourEyesException("editorial.error.own");
                        },
                        1234L,
                        3,
                        "tin-tuc",
                        ""))
                .isInstanceOf(FourEyesException.class);

        assertThat(written).containsExactly("refused ArticleService.approve 1234 · 3");
    }

    @Test
    void aSlipInAFormIsNotWrittenDown() {
        assertThatThrownBy(() -> calls(
                        SectionService.class,
                        "add",
                        () -> {
                            throw new RuleBrokenException("row.error.double", "name");
                        },
                        Map.of()))
                .isInstanceOf(RuleBrokenException.class);

        assertThat(written).isEmpty();
    }

    @Test
    void whoHasNoPermissionIsRefusedBeforeAnythingIsDone() {
        assertThatThrownBy(() -> calls(
                        SectionService.class,
                        "add",
                        () -> {
                            throw new AssertionError("done");
                        },
                        Map.of()))
                .isInstanceOf(AssertionError.class);
        door.actors = () -> Actor.NOBODY;
        assertThatThrownBy(() -> calls(SectionService.class, "remove", () -> 1L, 5L))
                .isInstanceOf(RefusedException.class);

        assertThat(written).containsExactly("refused SectionService.remove 5");
    }
}
