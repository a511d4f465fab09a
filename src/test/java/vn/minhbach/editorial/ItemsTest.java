package vn.minhbach.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.minhbach.SetClock;
import vn.minhbach.TestDatabase;
import vn.minhbach.access.Actor;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;

/** What becomes of an item and its versions, on a database in memory. */
@Timeout(60)
class ItemsTest {

    private static final Instant NOW = Instant.parse("2026-06-01T01:00:00Z");
    private static final String KIND = "leaflet";

    /** What the items of this test say. */
    public record Leaflet(String text) implements ItemContent {

        @Override
        public String title() {
            return text;
        }
    }

    private static final List<NoticeRepository.Addressee> EVERYWHERE =
            List.of(new NoticeRepository.Addressee(KIND, Deed.Right.PUBLISH, null));

    private static final Actor LAN = new Actor("lan", Set.of());

    private final TestDatabase database = TestDatabase.create();
    private final SetClock clock = new SetClock(NOW);
    private Actor actor = LAN;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aDraftHasOneVersionAndNobodySeesIt() {
        var id = draft("to-roi", "một");

        var item = ask(items -> items.get(KIND, id));
        assertThat(item.getState()).isEqualTo(ItemState.DRAFT);
        assertThat(item.getPublishedVersion()).isNull();
        assertThat(item.getPublishedAt()).isNull();
        assertThat(text(id, 1)).isEqualTo("một");
        assertThat(ask(items -> items.version(item, 1)).getAuthor()).isEqualTo("lan");
    }

    @Test
    void aNewerVersionDoesNotMoveThePointer() {
        var id = draft("to-roi", "một");
        publish(id, 1, NOW);

        var number = revise(id, 1, "hai").getNumber();

        assertThat(number).isEqualTo(2);
        var item = ask(items -> items.get(KIND, id));
        assertThat(item.getPublishedVersion()).isEqualTo(1);
        assertThat(item.getNewestVersion()).isEqualTo(2);
        assertThat(text(id, 1)).isEqualTo("một");
        assertThat(text(id, 2)).isEqualTo("hai");
        var versions = ask(items -> items.versions(item));
        assertThat(versions).extracting(ItemVersion::getNumber).containsExactly(2, 1);
    }

    /** Who ticks off what they were shown must not tick off what they were not. */
    @Test
    void noticesAreShownInTheOrderInWhichTheyWereTold() {
        var id = draft("to-roi", "một");
        for (var number = 1; number <= 5; number++) {
            ask(items -> {
                items.markSource(items.change(KIND, id), SourceMark.CHANGED, "nguồn");
                items.seeSource(items.change(KIND, id));
                return true;
            });
        }
        database.inTransaction(em -> {
            var notices = new NoticeRepository(em);
            var first = numbers(notices.unread("mai", EVERYWHERE, 2));
            assertThat(first).hasSize(2);
            assertThat(notices.count("mai", EVERYWHERE)).isEqualTo(5);
            notices.read("mai", EVERYWHERE, first, NOW.minusSeconds(3_600));
            var next = numbers(notices.unread("mai", EVERYWHERE, 100));
            assertThat(next).hasSize(3);
            assertThat(next.getFirst()).isGreaterThan(first.getLast());
            assertThat(notices.count("ha", EVERYWHERE)).isEqualTo(5);
            // Who comes in reads the newest first, and ticks nothing off.
            assertThat(numbers(notices.newest("mai", EVERYWHERE, 2))).containsExactly(next.getLast(), next.get(1));
        });
    }

    /** Nodes take numbers in blocks: what the one tells later may have a smaller number, and is told all the same. */
    @Test
    void whatIsToldLaterWithASmallerNumberIsShown() {
        var id = draft("to-roi", "một");
        tell(id, 200);
        assertThat(unread()).containsExactly(200L);
        read(200);
        clock.pass(Duration.ofMinutes(5));
        tell(id, 100);
        tell(id, 300);
        assertThat(unread()).containsExactly(100L, 300L);
        read(300);
        assertThat(unread()).containsExactly(100L);
        read(100);
        // And what was told before, by somebody who was slow, and is there only now.
        clock.pass(Duration.ofMinutes(-4));
        tell(id, 50);
        assertThat(unread()).containsExactly(50L);
        read(50);
        assertThat(unread()).isEmpty();
    }

    /** What was read long ago takes no rows, and what was not is never passed over. */
    @Test
    void whatWasReadLongAgoIsOneMoment() {
        var id = draft("to-roi", "một");
        for (var number = 1; number <= 4; number++) {
            tell(id, number * 10);
            clock.pass(Duration.ofDays(1));
        }
        read(10);
        read(30);
        read(40);
        assertThat(unread()).containsExactly(20L);
        assertThat(rowsOfRead()).as("newer than one that is not read").isEqualTo(2);
        read(20);
        assertThat(unread()).isEmpty();
        assertThat(rowsOfRead()).isZero();
    }

    private long rowsOfRead() {
        return database.ask(em ->
                em.createQuery("select count(r) from NoticeRead r", Long.class).getSingleResult());
    }

    /** Tells the board something under a number. */
    private void tell(long id, long number) {
        database.inTransaction(em -> {
            var items = Items.over(em, () -> actor, clock);
            items.markSource(items.change(KIND, id), SourceMark.CHANGED, "nguồn");
            items.seeSource(items.change(KIND, id));
            em.flush();
            em.createNativeQuery("update item_notice set id = ?1 where title = 'một' and note = 'nguồn'")
                    .setParameter(1, number)
                    .executeUpdate();
            em.createNativeQuery("update item_notice set note = 'được đánh số' where id = ?1")
                    .setParameter(1, number)
                    .executeUpdate();
        });
    }

    private List<Long> unread() {
        return database.ask(em -> numbers(new NoticeRepository(em).unread("mai", EVERYWHERE, 100)));
    }

    private void read(long number) {
        database.inTransaction(em -> new NoticeRepository(em)
                .read("mai", EVERYWHERE, List.of(number), clock.instant().minus(Duration.ofHours(1))));
    }

    private static List<Long> numbers(List<ItemNotice> notices) {
        return notices.stream().map(ItemNotice::getId).toList();
    }

    /** The log of an item is told by its times, and so is what was public on a day. */
    @Test
    void stepsStandInTheOrderOfTimeWhateverTheirNumbers() {
        var id = draft("to-roi", "một");
        clock.pass(Duration.ofDays(1));
        publish(id, 1, clock.instant());
        clock.pass(Duration.ofDays(1));
        var withdrawn = clock.instant();
        withdraw(id);
        database.inTransaction(em ->
                em.createNativeQuery("update item_step set id = 100000 - id").executeUpdate());

        var steps = ask(items -> items.steps(items.get(KIND, id)));
        assertThat(steps).extracting(ItemStep::getDeed).containsExactly(Deed.DRAFT, Deed.PUBLISH, Deed.WITHDRAW);
        assertThat(PublicSpan.of(steps)).containsExactly(new PublicSpan(1, NOW.plus(Duration.ofDays(1)), withdrawn));
    }

    @Test
    void keepsItsFirstDateWhenItComesBackAfterAWithdrawal() {
        var id = draft("to-roi", "một");
        publish(id, 1, NOW);
        withdraw(id);
        assertThat(ask(items -> items.get(KIND, id)).getPublishedVersion()).isNull();
        publish(id, 1, NOW.plus(Duration.ofDays(2)));

        var item = ask(items -> items.get(KIND, id));
        assertThat(item.getState()).isEqualTo(ItemState.PUBLISHED);
        assertThat(item.getPublishedAt()).isEqualTo(NOW);
        assertThat(item.getUpdatedAt()).isEqualTo(NOW.plus(Duration.ofDays(2)));
    }

    @Test
    void aStepThatTheTableDoesNotHaveIsRefusedAndChangesNothing() {
        var id = draft("to-roi", "một");

        assertThatThrownBy(() -> withdraw(id))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("editorial.error.step");
        publish(id, 1, NOW);
        assertThatThrownBy(() -> publish(id, 1, NOW.plusSeconds(1)))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("editorial.error.alreadyPublic");
        assertThat(ask(items -> items.get(KIND, id)).getUpdatedAt()).isEqualTo(NOW);
    }

    @Test
    void theSecondOfTwoWhoChangeAtOnceIsToldWhatTheFirstChanged() {
        var id = draft("to-roi", "một");
        revise(id, 1, "của Lan");

        var conflict = catchThrowableOfType(VersionConflictException.class, () -> revise(id, 1, "của Hà"));

        assertThat(conflict.base().content(Leaflet.class).text()).isEqualTo("một");
        assertThat(conflict.newest().content(Leaflet.class).text()).isEqualTo("của Lan");
        assertThat(conflict.unsaved()).isEqualTo(new Leaflet("của Hà"));
        assertThat(ask(items -> items.get(KIND, id)).getNewestVersion()).isEqualTo(2);
    }

    @Test
    void twoInTheSameInstantDoNotBothSave() throws Exception {
        var id = draft("to-roi", "một");
        var locked = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var threads = Executors.newCachedThreadPool()) {
            var first = CompletableFuture.supplyAsync(
                    () -> ask(items -> {
                        var item = items.change(KIND, id);
                        locked.countDown();
                        await(goOn);
                        return items.revise(item, Deed.REVISE, 1, "", new Leaflet("thứ nhất"), "")
                                .getNumber();
                    }),
                    threads);
            await(locked);
            var second = CompletableFuture.supplyAsync(
                    () -> catchThrowableOfType(VersionConflictException.class, () -> revise(id, 1, "thứ hai")),
                    threads);
            goOn.countDown();

            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(2);
            assertThat(second.get(10, TimeUnit.SECONDS)
                            .newest()
                            .content(Leaflet.class)
                            .text())
                    .isEqualTo("thứ nhất");
        }
    }

    @Test
    void itemsThatWouldHaveOneAddressGetTwo() {
        var first = draft("to-roi", "một");
        var second = draft("to-roi", "hai");
        var other = ask(
                items -> items.draft("poster", "to-roi", "", new Leaflet("ba")).getId());

        assertThat(slug(first)).isEqualTo("to-roi");
        assertThat(slug(second)).isEqualTo("to-roi-2");
        assertThat(ask(items -> items.get("poster", other)).getSlug()).isEqualTo("to-roi");
    }

    @Test
    void aFormerAddressLeadsToTheItemAndIsGivenToNobodyElse() {
        var id = draft("cu", "một");
        publish(id, 1, NOW);
        change(id, (items, item) -> items.readdress(item, "moi"));

        assertThat(ask(items -> items.at(KIND, "cu")).orElseThrow().getId()).isEqualTo(id);
        assertThat(slug(id)).isEqualTo("moi");
        assertThat(slug(draft("cu", "hai"))).isEqualTo("cu-2");
        var other = draft("khac", "ba");
        assertThatThrownBy(() -> change(other, (items, item) -> items.readdress(item, "cu")))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("editorial.error.slugTaken");

        change(id, (items, item) -> items.readdress(item, "cu"));
        assertThat(slug(id)).isEqualTo("cu");
        assertThat(ask(items -> items.at(KIND, "moi")).orElseThrow().getId()).isEqualTo(id);
    }

    @Test
    void theAddressOfWhatWasNeverPublicIsFreeAgain() {
        var id = draft("cu", "một");
        change(id, (items, item) -> items.readdress(item, "moi"));

        var found = ask(items -> items.at(KIND, "cu"));
        assertThat(found).isEmpty();
        assertThat(slug(draft("cu", "hai"))).isEqualTo("cu");
    }

    @Test
    void anAddressIsMadeOfSmallLettersDigitsAndHyphens() {
        var id = draft("cu", "một");
        for (var bad : Set.of("Mới", "a b", "../x", "a--b", "")) {
            assertThatThrownBy(() -> change(id, (items, item) -> items.readdress(item, bad)))
                    .isInstanceOf(RuleBrokenException.class)
                    .hasMessage("editorial.error.slug");
        }
    }

    @Test
    void everyDeedStaysWithTheItem() {
        var id = draft("to-roi", "một");
        publish(id, 1, NOW);
        revise(id, 1, "hai");
        publish(id, 2, NOW);
        withdraw(id);

        var steps = ask(items -> items.steps(items.get(KIND, id)));
        assertThat(steps)
                .extracting(ItemStep::getDeed, ItemStep::getVersion, ItemStep::getActor)
                .containsExactly(
                        tuple(Deed.DRAFT, 1, "lan"),
                        tuple(Deed.PUBLISH, 1, "minhbach"),
                        tuple(Deed.REVISE, 2, "lan"),
                        tuple(Deed.PUBLISH, 2, "minhbach"),
                        tuple(Deed.WITHDRAW, 2, "minhbach"));
    }

    @Test
    void oneKindDoesNotReachTheItemsOfAnother() {
        var id = draft("to-roi", "một");

        assertThatThrownBy(() -> ask(items -> items.get("poster", id))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> ask(items -> items.change("poster", id))).isInstanceOf(NotFoundException.class);
        long posters = ask(items -> items.count("poster"));
        long leaflets = ask(items -> items.count(KIND));
        assertThat(posters).isZero();
        assertThat(leaflets).isEqualTo(1);
    }

    @Test
    void whatIsTooLongForTheDatabaseIsRefusedInWords() {
        assertThatThrownBy(() -> draft("dai", "x".repeat(1_000_001)))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("editorial.error.tooLong");
    }

    /** A new procedure and the news of it come out at the same minute: a set knows no kinds. */
    @Test
    void whatComesOutTogetherMayBeOfSeveralKinds() {
        var leaflet = approved(KIND);
        var poster = approved("poster");
        var time = NOW.plusSeconds(3_600);
        schedule(KIND, leaflet, time, "Ra quân");
        schedule("poster", poster, null, "Ra quân");

        assertThat(ask(items -> items.get("poster", poster)).getScheduledFor()).isEqualTo(time);
        int due = ask(items -> items.due("poster", poster, time).size());
        assertThat(due).isEqualTo(1);
    }

    /** Whoever wants another time for what is in a set is told of the set's, and nothing is done without a word. */
    @Test
    void aSetHasOneTime() {
        var leaflet = approved(KIND);
        var poster = approved("poster");
        var time = NOW.plusSeconds(3_600);
        var later = NOW.plusSeconds(7_200);
        schedule(KIND, leaflet, time, "Ra quân");

        assertThatThrownBy(() -> schedule("poster", poster, later, "Ra quân"))
                .isInstanceOfSatisfying(RuleBrokenException.class, broken -> {
                    assertThat(broken.field()).isEqualTo("day");
                    assertThat(broken.gap()).isEqualTo("09:00 01/06/2026");
                })
                .hasMessage("editorial.error.setTime");
        assertThat(ask(items -> items.get("poster", poster)).getScheduledFor()).isNull();
        schedule("poster", poster, time, "Ra quân");

        // It is moved under a new name, by those who may.
        schedule(KIND, leaflet, later, "Ra quân 2");
        schedule("poster", poster, null, "Ra quân 2");
        assertThat(ask(items -> items.get("poster", poster)).getScheduledFor()).isEqualTo(later);
    }

    /** What is late, since the portal stood still or its release fails, comes out as soon as it can, and holds up nobody else. */
    @Test
    void aTimeThatIsOverBindsNobody() {
        var leaflet = approved(KIND);
        var time = NOW.plusSeconds(3_600);
        schedule(KIND, leaflet, time, "Ra quân");
        clock.pass(Duration.ofHours(2));
        var later = NOW.plus(Duration.ofHours(3));

        for (var kind : List.of("poster", "banner")) {
            var other = approved(kind);
            schedule(kind, other, kind.equals("poster") ? later : null, "Ra quân");
            assertThat(ask(items -> items.get(kind, other)).getScheduledFor()).isEqualTo(later);
        }
        assertThat(ask(items -> items.get(KIND, leaflet)).getScheduledFor()).isEqualTo(time);
        int due = ask(items -> items.due(KIND, leaflet, time).size());
        assertThat(due).isEqualTo(1);
    }

    /** Where nobody in the set has a time to come, one has to be given. */
    @Test
    void aTimeThatIsOverIsNoTime() {
        var leaflet = approved(KIND);
        schedule(KIND, leaflet, NOW.plusSeconds(3_600), "Ra quân");
        clock.pass(Duration.ofHours(2));
        var poster = approved("poster");

        assertThatThrownBy(() -> schedule("poster", poster, null, "Ra quân"))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("editorial.error.time");
    }

    private long approved(String kind) {
        var id =
                ask(items -> items.draft(kind, "to-roi", "", new Leaflet("một")).getId());
        ask(items -> {
            items.perform(items.change(kind, id), Deed.SUBMIT, 1, Said.NOTHING);
            return id;
        });
        actor = new Actor("mai", Set.of());
        ask(items -> {
            items.perform(items.change(kind, id), Deed.APPROVE, 1, Said.NOTHING);
            return id;
        });
        actor = LAN;
        return id;
    }

    private void schedule(String kind, long id, @Nullable Instant when, String set) {
        ask(items -> {
            items.schedule(items.change(kind, id), 1, when, "", set);
            return id;
        });
    }

    private long draft(String slug, String text) {
        return ask(items -> items.draft(KIND, slug, "", new Leaflet(text)).getId());
    }

    private ItemVersion revise(long id, int expected, String text) {
        return ask(
                items -> items.revise(items.change(KIND, id), Deed.REVISE, expected, "", new Leaflet(text), "ghi chú"));
    }

    private void publish(long id, int version, Instant asOf) {
        asPortal(id, (items, item) -> items.publish(item, version, asOf));
    }

    private void withdraw(long id) {
        asPortal(id, (items, item) -> items.perform(item, Deed.WITHDRAW, item.getNewestVersion(), Said.NOTHING));
    }

    private void asPortal(long id, java.util.function.BiConsumer<Items, Item> deed) {
        actor = Actor.PORTAL;
        try {
            change(id, deed);
        } finally {
            actor = LAN;
        }
    }

    private void change(long id, java.util.function.BiConsumer<Items, Item> deed) {
        ask(items -> {
            deed.accept(items, items.change(KIND, id));
            return id;
        });
    }

    private String slug(long id) {
        return ask(items -> items.get(KIND, id)).getSlug();
    }

    private String text(long id, int number) {
        return ask(items -> items.version(items.get(KIND, id), number))
                .content(Leaflet.class)
                .text();
    }

    private <T> T ask(Function<Items, T> work) {
        return database.ask(em -> work.apply(Items.over(em, () -> actor, clock)));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
