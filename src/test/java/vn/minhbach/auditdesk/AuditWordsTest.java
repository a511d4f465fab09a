package vn.minhbach.auditdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhbach.TestDatabase;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.access.Permit;
import vn.minhbach.account.Audit;
import vn.minhbach.account.SubjectNames;
import vn.minhbach.web.Doors;
import vn.minhbach.web.Method;
import vn.minhbach.web.Words;

/** The audit says in words what was done, and to what. */
class AuditWordsTest {

    private static final String EDIT = "/quan-tri/bai-viet/soan";

    private final TestDatabase database = TestDatabase.create();
    private final List<Collection<SubjectNames.Told>> asked = new ArrayList<>();
    private Actor reader = new Actor("quantri", Set.of(new Actor.Grant(Permission.READ_AUDIT, "")));

    @AfterEach
    void close() {
        database.close();
    }

    private final SubjectNames articles = new SubjectNames() {
        @Override
        public Set<String> services() {
            return Set.of("ArticleService");
        }

        @Override
        public Map<Told, Named> names(Collection<Told> deeds) {
            asked.add(deeds);
            var names = new HashMap<Told, Named>();
            deeds.stream()
                    .filter(deed -> deed.part(0).equals("1234"))
                    .forEach(deed -> names.put(deed, new Named("Hội chợ sách", EDIT + "?ma=1234")));
            return names;
        }
    };

    private List<AuditWords.Line> lines(String... deeds) {
        var words = new AuditWords();
        words.names = instance(List.of(articles));
        words.actors = () -> reader;
        words.doors = new Doors() {
            @Override
            public List<Entry> all() {
                return List.of(new Entry(
                        EDIT,
                        Set.of(Method.GET),
                        Set.of("ma"),
                        Permission.WRITE_ARTICLES,
                        false,
                        false,
                        false,
                        0,
                        "",
                        Kind.DESK,
                        true));
            }
        };
        return database.ask(em -> {
            var audit = new Audit(em, Clock.systemUTC());
            for (var deed : deeds) {
                var parts = deed.split(" ", 2);
                audit.done(
                        new Actor("mai", Set.of()),
                        new Audit.Deed(Permission.PUBLISH_ARTICLES.name(), parts[0], parts.length < 2 ? "" : parts[1]));
            }
            return words.lines(audit.newest(10).reversed(), Words.VIETNAMESE);
        });
    }

    @SuppressWarnings("unchecked")
    private static Instance<SubjectNames> instance(List<SubjectNames> beans) {
        return (Instance<SubjectNames>) Proxy.newProxyInstance(
                Instance.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (self, method, given) -> beans.iterator());
    }

    /** Whoever adds a deed says how it is called; else the audit would call it by its permission, as all others that take it. */
    @ParameterizedTest
    @ValueSource(strings = {"/vn/minhbach/messages.properties", "/vn/minhbach/messages_en.properties"})
    void everyDeedThatIsWrittenDownHasWords(String bundle) throws Exception {
        var wanted = new TreeSet<String>();
        for (var type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("vn.minhbach")) {
            for (var method : type.getMethods()) {
                if (method.isAnnotatedWith(Permit.class)) {
                    var permit = method.getAnnotationOfType(Permit.class);
                    if (permit.audited() && permit.value() != Permission.RUN_PORTAL) {
                        wanted.add("deed." + type.getSimpleName() + "." + method.getName());
                    }
                }
            }
        }
        var words = new Properties();
        try (var in = AuditWordsTest.class.getResourceAsStream(bundle)) {
            words.load(in);
        }

        assertThat(wanted).hasSizeGreaterThan(150).contains("deed.ArticleService.approve");
        assertThat(words.stringPropertyNames()).containsAll(wanted);
    }

    @Test
    void deedsOfOnePermissionAreToldApart() {
        assertThat(Stream.of("approve", "schedule", "publish", "correct", "archive", "withdraw")
                        .map(deed -> Words.VIETNAMESE.text("deed.ArticleService." + deed)))
                .doesNotHaveDuplicates();
        assertThat(lines("ArticleService.approve 1234 · 3"))
                .extracting(AuditWords.Line::deed)
                .containsExactly("Duyệt bài viết");
    }

    @Test
    void theTitleStandsBesideTheNumberAndAllAreAskedForAtOnce() {
        var lines =
                lines("ArticleService.approve 1234 · 3", "ArticleService.publish 1234 · 3", "ArticleService.drop 77");

        assertThat(lines).extracting(AuditWords.Line::subject).containsExactly("Hội chợ sách", "Hội chợ sách", "77");
        assertThat(lines).extracting(AuditWords.Line::code).containsExactly("1234 · 3", "1234 · 3", "77");
        assertThat(asked).hasSize(1);
    }

    @Test
    void aLinkLeadsOnlyToWhereWhoeverReadsMayGo() {
        assertThat(lines("ArticleService.approve 1234 · 3").getFirst().place()).isEmpty();

        reader = new Actor("mai", Set.of(new Actor.Grant(Permission.WRITE_ARTICLES, "tin-tuc")));
        assertThat(lines("ArticleService.approve 1234 · 3").getLast().place()).isEqualTo(EDIT + "?ma=1234");
    }

    @Test
    void whatNobodyKnowsStaysAsItIsWritten() {
        var line = lines("LinkService.found 5").getFirst();

        assertThat(line.subject()).isEqualTo("5");
        assertThat(line.place()).isEmpty();
        assertThat(asked).isEmpty();
    }
}
