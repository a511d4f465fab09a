package vn.minhbach.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.minhbach.SetClock;
import vn.minhbach.TestDatabase;
import vn.minhbach.Wire;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.account.Assignment;
import vn.minhbach.account.Role;

/**
 * A page of any list of the back office costs as many statements whatever stands on it. The lists are found in the code, so a new one is
 * walked as well; it has to be filled here, for one that is empty shows nothing.
 */
class ListsTest {

    private static final int FEW = 2;
    private static final int MANY = 30;
    private static final ListState WHOLE = new ListState("", "", false, 1);

    private final TestDatabase database = TestDatabase.create();
    private final SetClock clock = new SetClock(Instant.parse("2026-06-01T01:00:00Z"));
    private final Actor everybody = new Actor(
            "lan",
            Arrays.stream(Permission.values())
                    .map(each -> new Actor.Grant(each, ""))
                    .collect(Collectors.toUnmodifiableSet()));

    @BeforeEach
    void withoutWhatPointsElsewhere() {
        database.inTransaction(
                em -> em.createNativeQuery("set referential_integrity false").executeUpdate());
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** What a page of a list costs, and how many rows there are. */
    private record Cost(int statements, int rows) {}

    @Test
    void aPageOfAListTakesAsManyStatementsWhateverStandsOnIt() {
        fill(0, FEW);
        var few = costs();
        fill(FEW, MANY);
        var many = costs();

        assertThat(few).hasSizeGreaterThan(25);
        assertThat(few.entrySet())
                .allSatisfy(list -> assertThat(
                                Objects.requireNonNull(many.get(list.getKey())).rows())
                        .as("fill it: " + list.getKey())
                        .isGreaterThan(LazyList.ROWS));
        assertThat(statements(many)).isEqualTo(statements(few));
    }

    private static Map<String, Integer> statements(Map<String, Cost> costs) {
        var statements = new TreeMap<String, Integer>();
        costs.forEach((list, cost) -> statements.put(list, cost.statements()));
        return statements;
    }

    /** Of every list there is: those that fetch a page, and those of rows, which are few and stand on one. */
    private Map<String, Cost> costs() {
        var costs = new TreeMap<String, Cost>();
        for (var each : Wire.portal()) {
            if (each.isInterface()
                    || each.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT)) {
                continue;
            }
            if (each.isAssignableTo(LazyList.Source.class)) {
                costs.put(name(each), page(each.reflect()));
            } else if (each.isAssignableTo(RowsPage.class)) {
                costs.put(name(each), rows(each.reflect()));
            }
        }
        return costs;
    }

    private static String name(JavaClass list) {
        return list.getName().substring("vn.minhbach.".length());
    }

    /** Each look is a transaction of its own, as a service's method is. It changes nothing, and so there is nothing to keep. */
    private <T> T look(AtomicInteger statements, Function<Wire, T> look) {
        try (var em = database.factory().createEntityManager()) {
            em.getTransaction().begin();
            em.setFlushMode(FlushModeType.COMMIT);
            em.unwrap(Session.class).getEventManager().addListener(new SessionEventAdapter() {
                @Override
                public void preExecuteCall(SessionEvent event) {
                    statements.incrementAndGet();
                }
            });
            try {
                return look.apply(new Wire(em, () -> everybody, clock).with(HistoryPlace.class, HistoryPlace.at(0)));
            } finally {
                em.getTransaction().rollback();
            }
        }
    }

    /** As {@link LazyList} asks for the first page. */
    private Cost page(Class<?> list) {
        var statements = new AtomicInteger();
        int total = look(statements, wire -> {
            var source = source(wire, list);
            return source.isLong(WHOLE) ? source.count(WHOLE) : 0;
        });
        List<Long> numbers = look(statements, wire -> {
            var source = source(wire, list);
            return source.isLong(WHOLE) ? source.part(WHOLE, 0, LazyList.ROWS) : source.order(WHOLE);
        });
        look(statements, wire -> source(wire, list).rows(numbers.subList(0, Math.min(LazyList.ROWS, numbers.size()))));
        return new Cost(statements.get(), Math.max(total, numbers.size()));
    }

    private Cost rows(Class<?> list) {
        var statements = new AtomicInteger();
        int rows = look(statements, wire -> {
            var page = (RowsPage) java.util.Objects.requireNonNull(wire.of(list));
            page.load();
            return page.getLines().size();
        });
        return new Cost(statements.get(), rows);
    }

    /** A source is a record of what it asks, and of what was chosen; here nothing was. */
    private static LazyList.Source<?> source(Wire wire, Class<?> type) {
        try {
            var components = type.getRecordComponents();
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return (LazyList.Source<?>) constructor.newInstance(Arrays.stream(components)
                    .map(each -> chosen(wire, each.getName(), each.getType()))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private static @Nullable Object chosen(Wire wire, String name, Class<?> type) {
        if (type == String.class) {
            return name.equals("language") ? "vi" : "";
        }
        if (type == long.class) {
            return 0L;
        }
        if (type.isAssignableFrom(LinkedHashMap.class)) {
            return new LinkedHashMap<>();
        }
        return Stream.of(type.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers())
                        && field.getName().equals("ALL"))
                .findFirst()
                .map(ListsTest::value)
                .or(() ->
                        type.isEnum() ? java.util.Optional.of(type.getEnumConstants()[0]) : java.util.Optional.empty())
                .orElseGet(() -> wire.of(type));
    }

    private static Object value(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    // What stands on the lists

    private void fill(int from, int until) {
        database.inTransaction(em -> IntStream.range(from, until).forEach(i -> {
            content(em, i);
            ofThePortal(em, i);
            ofTheInbox(em, i);
        }));
    }

    private static void content(EntityManager em, int i) {
        var code = "1.%06d".formatted(i + 1);
        add(
                em,
                "editorial.Item",
                "kind",
                "article",
                "slug",
                "bai-" + i,
                "title",
                "Bài " + i,
                "place",
                "muc-" + i,
                "changedBy",
                "ai-" + i);
        add(em, "editorial.Item", "kind", "procedure", "slug", code.replace('.', '-'), "title", "Thủ tục " + i);
        add(em, "procedure.Procedure", "code", code, "title", "Thủ tục " + i, "field", "Lĩnh vực " + i);
        add(
                em,
                "procedure.ImportLine",
                "place",
                (long) i + 1,
                "code",
                code,
                "outcome",
                constant("procedure.ImportLine$Outcome", "ADDED"));
        add(em, "quality.QualityFinding", "code", code, "title", "Thủ tục " + i, "mark", "m" + i);
        add(em, "article.Section", "slug", "muc-" + i, "name", "Mục " + i);
        add(em, "unit.Unit", "slug", "don-vi-" + i, "name", "Đơn vị " + i);
        add(em, "unit.UnitPerson", "unitId", firstUnit(em), "name", "Người " + i, "position", i);
        add(
                em,
                "attachment.Attachment",
                "fileName",
                "tep-" + i + ".pdf",
                "sha256",
                "s" + i,
                "mediaType",
                "application/pdf");
        add(
                em,
                "relay.RelaySource",
                "name",
                "Nguồn " + i,
                "address",
                "https://n" + i + ".example/",
                "section",
                "muc-" + i);
        add(
                em,
                "relay.RelayItem",
                "sourceId",
                1L,
                "entryId",
                "e" + i,
                "link",
                "https://n.example/" + i,
                "linkKey",
                "l" + i,
                "itemId",
                (long) i + 1,
                "originalId",
                (long) i + 1);
        add(
                em,
                "links.PublicLink",
                "kind",
                "article",
                "contentId",
                (long) i,
                "address",
                "https://a.example/" + i,
                "host",
                "a.example",
                "broken",
                true,
                "since",
                Instant.EPOCH);
    }

    private static long firstUnit(EntityManager em) {
        return em.createQuery("select u.id from Unit u order by u.position, u.id", Long.class)
                .setMaxResults(1)
                .getSingleResult();
    }

    private static void ofThePortal(EntityManager em, int i) {
        for (var kind : List.of("NOTICE", "HOTLINE", "BANNER", "MENU", "BLOCK", "PIN", "REDIRECT", "TERM", "TAG")) {
            add(
                    em,
                    "site.SiteRow",
                    "kind",
                    constant("site.SiteKind", kind),
                    "position",
                    i,
                    "content",
                    "{\"title\":\"Dòng " + i + "\",\"name\":\"Dòng " + i + "\",\"term\":\"Dòng " + i
                            + "\",\"from\":\"/cu-" + i + "\",\"place\":\"MAIN\",\"parent\":\"" + i + "\"}");
        }
        add(em, "searchdesk.SearchWord", "term", "từ " + i, "key", "tu " + i, "expansions", List.of("chữ " + i));
        add(em, "writing.WritingRule", "term", "từ " + i, "key", "tu " + i);
        add(
                em,
                "account.User",
                "name",
                "ai-" + i,
                "fullName",
                "Ai " + i,
                "assignments",
                Set.of(new Assignment(Role.RESPONDER, "don-vi-" + i), new Assignment(Role.CONTRIBUTOR, "muc-" + i)));
        add(em, "mail.Letter", "messageId", "m" + i, "kind", "account.invitation", "address", "ai@example.vn");
        add(em, "legal.TimeRule", "kind", "loai-" + i);
        add(em, "legal.CalendarDay", "day", LocalDate.of(2030, 1, 1).plusDays(i), "title", "Ngày " + i);
    }

    private static void ofTheInbox(EntityManager em, int i) {
        add(em, "inbox.SubmissionKind", "key", "loai-" + i, "slug", "loai-" + i, "nameVi", "Loại " + i, "taken", true);
        add(em, "inbox.Submission", "kind", "loai-" + i, "codeKey", "c" + i, "formKey", "f" + i, "unit", "don-vi-" + i);
        add(em, "inbox.InboxTemplate", "name", "Mẫu " + i, "kind", "loai-" + i);
        add(em, "inbox.WrongDoor", "key", "cua-" + i, "titleVi", "Cửa " + i);
        add(em, "procedure.LifeEvent", "slug", "su-kien-" + i, "name", "Sự kiện " + i, "icon", "family");
        add(em, "inbox.Retention", "kind", "loai-" + i, "applied", true);
    }

    private static Object constant(String type, String name) {
        try {
            return Arrays.stream(Class.forName("vn.minhbach." + type).getEnumConstants())
                    .filter(each -> each.toString().equals(name))
                    .findFirst()
                    .orElseThrow();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds a row as it is made, but for these fields. */
    private static void add(EntityManager em, String type, Object... fields) {
        try {
            var constructor = Class.forName("vn.minhbach." + type).getDeclaredConstructor();
            constructor.setAccessible(true);
            var row = constructor.newInstance();
            for (var i = 0; i < fields.length; i += 2) {
                var field = row.getClass().getDeclaredField((String) fields[i]);
                field.setAccessible(true);
                field.set(row, fields[i + 1]);
            }
            em.persist(row);
            em.flush();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type, e);
        }
    }
}
