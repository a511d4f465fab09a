package vn.minhbach.article;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import vn.minhbach.SetClock;
import vn.minhbach.TestDatabase;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;
import vn.minhbach.account.Audit;
import vn.minhbach.attachment.Attachment;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.change.ContentChange;
import vn.minhbach.change.Derived;
import vn.minhbach.change.Values;
import vn.minhbach.editorial.Deed;
import vn.minhbach.editorial.FileUse;
import vn.minhbach.editorial.OnTime;
import vn.minhbach.editorial.Told;

/** Articles on a database in memory, without a server: every deed in a transaction of its own. */
final class ArticlesOnH2 implements AutoCloseable {

    private final Values values = new Values();

    static final Instant NOW = Instant.parse("2026-06-01T01:00:00Z");

    private final TestDatabase database = TestDatabase.create();
    private final SetClock clock = new SetClock(NOW);
    private final List<String> timetable = new ArrayList<>();
    private Actor actor = Actor.PORTAL;

    /** From now on, somebody acts who may write and publish at these places only. */
    void actAsEditorOf(String... places) {
        actor = new Actor(
                "lan",
                Set.copyOf(List.of(places).stream()
                        .flatMap(place -> java.util.stream.Stream.of(
                                new Actor.Grant(Permission.WRITE_ARTICLES, place),
                                new Actor.Grant(Permission.PUBLISH_ARTICLES, place)))
                        .toList()));
    }

    void actAs(Actor somebody) {
        actor = somebody;
    }

    SetClock clock() {
        return clock;
    }

    /** What was written down to happen by itself. */
    List<String> timetable() {
        return List.copyOf(timetable);
    }

    /** What stands in the audit, the newest first. */
    List<String> audit() {
        return database.ask(em -> new Audit(em, clock)
                .newest(100).stream()
                        .map(entry -> entry.getActor() + " " + entry.getDeed() + " " + entry.getMethod() + " "
                                + entry.getSubject())
                        .toList());
    }

    /** A picture without a file. */
    long picture() {
        return database.ask(em -> {
            try {
                var constructor = Attachment.class.getDeclaredConstructor();
                constructor.setAccessible(true);
                var picture = constructor.newInstance();
                for (var name : List.of("fileName", "sha256", "mediaType")) {
                    var field = Attachment.class.getDeclaredField(name);
                    field.setAccessible(true);
                    field.set(picture, "x");
                }
                em.persist(picture);
                return picture.getId();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** What becomes of a file by the articles that know it. */
    List<FileUse.Standing> uses(long attachment) {
        return ask(service -> service.items.uses(ArticleService.KIND, List.of(attachment)).stream()
                .map(FileUse::standing)
                .toList());
    }

    /** The titles of what somebody is told who has a right at a place. */
    List<String> told(String person, Deed.Right right, String place) {
        return database.ask(em -> Told.of(em, person, ArticleService.KIND, right, place));
    }

    Section section(String slug) {
        return section(slug, SectionKind.NEWS);
    }

    Section section(String slug, SectionKind kind) {
        return ask(service -> {
            var section = new Section(slug, "Chuyên mục " + slug, "", kind, 1);
            service.add(section);
            return section;
        });
    }

    /** From now on it takes no articles. */
    void close(Section section) {
        database.ask(em -> em.createQuery("update Section s set s.closed = true where s.id = :id")
                .setParameter("id", section.getId())
                .executeUpdate());
        advance();
    }

    static ArticleContent content(Section section, String title) {
        return new ArticleContent(
                title, "Sapo", "<p>Thân bài</p>", "Thu Hà", "", "", List.of(), List.of(), section.getId(), null, "");
    }

    long draft(Section section, String title) {
        return ask(service ->
                service.draft(section.getSlug(), content(section, title)).getId());
    }

    /** A draft that was published at once. */
    long publish(Section section, String title, Instant asOf) {
        return ask(service -> {
            var item = service.draft(section.getSlug(), content(section, title));
            service.publish(item.getId(), 1, section.getSlug(), asOf);
            return item.getId();
        });
    }

    void change(java.util.function.Consumer<ArticleService> deed) {
        ask(service -> {
            deed.accept(service);
            return true;
        });
    }

    <T> T ask(Function<ArticleService, T> work) {
        return database.ask(em -> work.apply(service(em)));
    }

    <T> T askDatabase(Function<EntityManager, T> work) {
        return database.ask(work);
    }

    ArticleService service(EntityManager em) {
        var service = ArticleService.over(em, () -> actor, clock);
        service.items = OnTime.items(em, () -> actor, clock, timetable);
        service.sections = new Derived<>(values);
        service.order = new Derived<>(values);
        service.newest = new Derived<>(values);
        service.countsOfMonths = new Derived<>(values);
        return service;
    }

    /** The change log moved: what was derived from older content is dropped. */
    void advance() {
        values.follow();
    }

    TestDatabase database() {
        return database;
    }

    List<String> changes() {
        return database.ask(em -> new ChangeLog(em, clock)
                .after(0, 1_000).stream()
                        .map(change -> change.getAction() + " " + change.getKind() + ":" + change.getContentId())
                        .toList());
    }

    static String published(long id) {
        return ContentChange.Action.PUBLISHED + " article:" + id;
    }

    static String withdrawn(long id) {
        return ContentChange.Action.WITHDRAWN + " article:" + id;
    }

    @Override
    public void close() {
        database.close();
    }
}
