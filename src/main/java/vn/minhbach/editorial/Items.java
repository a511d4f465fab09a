package vn.minhbach.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Actor;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.shared.Json;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.RuleBrokenException;
import vn.minhbach.shared.Text;
import vn.minhbach.shared.Time;

/**
 * Keeps the items of all kinds, with their versions. A feature's service stands before it: it asks for the permission, keeps what its
 * lists need of the published version, and tells the change log, all in the transaction in which this works.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Items {

    /** What a column of the database holds. */
    private static final int LONGEST_CONTENT = 1_000_000;

    private static final int LONGEST_NOTE = 1_000;
    private static final int LONGEST_SET = 120;

    @Inject
    ItemRepository items;

    @Inject
    CurrentActor actors;

    @Inject
    Clock clock;

    @Inject
    Timetable timetable;

    /** The same for a command that runs beside the portal and holds its own transaction. */
    public static Items over(EntityManager em, CurrentActor actors, Clock clock) {
        return over(em, actors, clock, Timetable.NONE);
    }

    static Items over(EntityManager em, CurrentActor actors, Clock clock, Timetable timetable) {
        var over = new Items();
        over.items = new ItemRepository(em);
        over.actors = actors;
        over.clock = clock;
        over.timetable = timetable;
        return over;
    }

    /**
     * Begins an item with its first version. It is found under the slug; if that is taken, under one with a number behind it.
     *
     * @param place where it stands: the slug of a section, say
     * @param content the record that its kind keeps
     */
    public Item draft(String kind, String slug, String place, ItemContent content) {
        var now = now();
        var item = new Item(kind, free(kind, slug.isEmpty() ? kind : slug), now, me());
        items.add(item);
        write(item, item.begin(), place, "", content, now);
        step(item, Deed.DRAFT, 1, now, Said.NOTHING);
        return item;
    }

    /**
     * Begins an item of what is public already, and was before the board had it: its first version is that, written and made public by
     * the portal.
     *
     * @param slug by which the kind knows it; no other item has it
     * @param asOf since when it is public as it is
     */
    public Item adopt(String kind, String slug, String place, ItemContent content, Instant asOf) {
        var moment = asOf.truncatedTo(ChronoUnit.MICROS);
        var portal = Actor.PORTAL.name();
        var item = Item.adopted(kind, slug, content.title(), place, moment);
        items.add(item);
        var number = item.getNewestVersion();
        keep(new ItemVersion(item.getId(), number, portal, moment, "", json(content)), content);
        items.add(new ItemStep(item.getId(), moment, portal, Deed.DRAFT, number, "", ""));
        items.add(new ItemStep(item.getId(), moment, portal, Deed.PUBLISH, number, "", ""));
        return item;
    }

    /**
     * Takes over what was announced elsewhere: it is decided upon already, and public at once. What the board is writing meanwhile stays,
     * as a newer version by its author; if it was approved, that was for another state of things, and it waits for approval again.
     *
     * @param note from where it comes
     * @param kept makes the content of the kept version of what is stored, of the kind's own type
     * @return the version that is public now
     */
    public ItemVersion takeOver(
            Item item, String place, ItemContent content, String note, Function<ItemVersion, ItemContent> kept) {
        var now = now();
        var authors = authors(item);
        var before = item.getReview();
        var draft = before == ReviewState.SETTLED ? null : version(item, item.getNewestVersion());
        var draftPlace = item.getPlace();
        var taken = write(item, item.count(), place, note, content, now);
        var row = item.move(Deed.PUBLISH, taken.getNumber(), Said.NOTHING, Actor.PORTAL, now);
        show(item, taken.getNumber(), now);
        step(item, Deed.PUBLISH, taken.getNumber(), now, Said.reason(note));
        tell(row, item, authors, now, Said.reason(note));
        if (draft != null) {
            goOn(item, draft, draftPlace, before, kept.apply(draft), now);
        }
        return taken;
    }

    /** What was being written is the newest version again, where it stood before the board as far as that still holds. */
    private void goOn(
            Item item, ItemVersion draft, String place, ReviewState before, ItemContent content, Instant now) {
        item.move(Deed.REVISE, item.getNewestVersion(), Said.NOTHING, Actor.PORTAL, now);
        var number = item.count();
        item.call(content.title(), place, content.unit(), draft.getAuthor());
        keep(new ItemVersion(item.getId(), number, draft.getAuthor(), now, draft.getNote(), json(content)), content);
        step(item, Deed.REVISE, number, now, Said.reason(draft.getNote()));
        if (before != ReviewState.WRITING) {
            item.move(Deed.SUBMIT, number, Said.NOTHING, Actor.PORTAL, now);
        }
        if (before == ReviewState.RETURNED) {
            item.move(Deed.SEND_BACK, number, Said.NOTHING, Actor.PORTAL, now);
        }
    }

    /**
     * Has the address follow the title. Nobody has an address that was never public, and who wrote a working title first would be left
     * with it for good. An address that somebody gave stays.
     *
     * @param before the title of which the address was made
     */
    public void follow(Item item, String before) {
        var made = slug(item.getKind(), before);
        var wanted = slug(item.getKind(), item.getTitle());
        if (item.getPublishedAt() == null
                && !wanted.equals(made)
                && !wanted.equals(item.getSlug())
                && isMadeOf(item.getSlug(), made)
                && steps(item).stream().noneMatch(step -> step.getDeed() == Deed.READDRESS)) {
            item.readdress(free(item.getKind(), wanted));
        }
    }

    private static String slug(String kind, String title) {
        var slug = Text.slug(title);
        return slug.isEmpty() ? kind : slug;
    }

    /** Itself, or with the number of one that was not the first. */
    private static boolean isMadeOf(String slug, String wanted) {
        return slug.equals(wanted)
                || slug.startsWith(wanted + "-")
                        && slug.substring(wanted.length() + 1).matches("\\d{1,4}");
    }

    private String free(String kind, String wanted) {
        var slug = wanted;
        for (var number = 2; isTaken(kind, slug); number++) {
            slug = wanted + "-" + number;
        }
        return slug;
    }

    private boolean isTaken(String kind, String slug) {
        return items.at(kind, slug).isPresent() || items.former(kind, slug).isPresent();
    }

    /**
     * Writes a newer version.
     *
     * @param deed {@link Deed#REVISE}, or {@link Deed#AMEND} of what was handed in
     * @param expected the number of the version on which the author worked
     * @throws VersionConflictException if somebody else has written one since
     */
    public ItemVersion revise(Item item, Deed deed, int expected, String place, ItemContent content, String note) {
        var now = now();
        if (expected != item.getNewestVersion()) {
            throw new VersionConflictException(
                    version(item, expected), version(item, item.getNewestVersion()), content);
        }
        var authors = authors(item);
        var row = item.move(deed, expected, Said.NOTHING, actors.get(), now);
        var version = write(item, item.count(), place, note, content, now);
        step(item, deed, version.getNumber(), now, Said.reason(note));
        tell(row, item, authors, now, Said.reason(note));
        return version;
    }

    private ItemVersion write(Item item, int number, String place, String note, ItemContent content, Instant now) {
        var json = json(content);
        item.call(content.title(), place, content.unit(), me());
        return keep(
                new ItemVersion(item.getId(), number, me(), now, Text.cut(Text.clean(note), LONGEST_NOTE), json),
                content);
    }

    private static String json(ItemContent content) {
        var json = Json.write(content);
        if (json.length() > LONGEST_CONTENT) {
            throw new RuleBrokenException("editorial.error.tooLong");
        }
        return json;
    }

    private ItemVersion keep(ItemVersion version, ItemContent content) {
        items.add(version);
        content.files().forEach(file -> items.add(new ItemFile(version.getItemId(), version.getNumber(), file)));
        return version;
    }

    /**
     * Does something that the table allows, with what was said; what public means for its kind is done by the kind's service then.
     * Writing, scheduling, publishing and readdressing have methods of their own.
     *
     * @param version which one the deed is about, as whoever does it has seen it
     */
    public void perform(Item item, Deed deed, int version, Said said) {
        perform(item, deed, version, said, now());
    }

    /** @param at when it is done; a moment of the past for what is late */
    private void perform(Item item, Deed deed, int version, Said said, Instant at) {
        var actor = actors.get();
        var handedInBy = item.getReview() == ReviewState.WRITING ? "" : item.getSubmittedBy();
        var shown = item.getPublishedVersion();
        var authors = authors(item);
        var row = item.move(deed, version, said, actor, at);
        switch (deed) {
            case SUBMIT -> item.submitted(me());
            case TAKE_BACK, DROP -> item.submitted("");
            case UNSCHEDULE -> item.unschedule();
            case PUBLISH_URGENTLY -> {
                show(item, version, at);
                item.urgent(me(), handedInBy);
            }
            case APPROVE_AFTERWARDS -> item.approvedAfterwards();
            case CORRECT -> show(item, version, at);
            case WITHDRAW -> {
                item.hide(said.notice(), "", false);
                item.unschedule();
            }
            case ARCHIVE -> item.hide(said.notice(), "", true);
            case REDIRECT -> item.hide(said.notice(), target(said), false);
            default -> {}
        }
        var about = switch (deed) {
            case WITHDRAW, ARCHIVE, REDIRECT -> shown == null ? version : shown;
            default -> version;
        };
        step(item, deed, about, at, said);
        tell(row, item, authors, now(), said);
    }

    /** From now on everybody sees this version, until the day on which that ends: it may have been said before there was anything to end. */
    private void show(Item item, int version, Instant moment) {
        var end = item.getExpiresAt();
        if (end != null) {
            if (!actors.get().equals(Actor.PORTAL)) {
                requireBefore(now(), end);
            }
            timetable.expire(item, end);
        }
        item.show(version, moment);
    }

    /** What is over before it begins would be shown for ever: its end has passed when it comes. */
    private static void requireBefore(Instant begin, @Nullable Instant end) {
        if (end != null && !end.isAfter(begin)) {
            throw new RuleBrokenException("editorial.error.over", "day");
        }
    }

    /** A path of the portal and nothing else: nobody is led away from it. */
    private static String target(Said said) {
        var target = said.target();
        if (!target.matches("/[\\p{Alnum}/._~%-]*+") || target.startsWith("//") || target.contains("/quan-tri")) {
            throw new RuleBrokenException("editorial.error.target", "target");
        }
        return target;
    }

    /**
     * Makes a version the public one.
     *
     * @param asOf when it came out; earlier than now for what was taken over from elsewhere
     */
    public void publish(Item item, int version, Instant asOf) {
        var moment = asOf.truncatedTo(ChronoUnit.MICROS);
        var authors = authors(item);
        var row = item.move(Deed.PUBLISH, version, Said.NOTHING, actors.get(), moment);
        show(item, version, moment);
        step(item, Deed.PUBLISH, version, moment, Said.NOTHING);
        tell(row, item, authors, now(), Said.NOTHING);
    }

    /**
     * Has the newest version come out by itself.
     *
     * @param notice what the public is told then, if it is public already; empty for nothing
     * @param set the name of what comes out together, at the time of those that have the name already and are still to come, of whatever
     *     kind; empty if it comes out alone. Each kind comes out by itself, all that is of it or nothing; kinds share the minute alone.
     * @throws RuleBrokenException if those have another time than is wanted: who may decide on one of them may not on all
     */
    public void schedule(Item item, int version, @Nullable Instant when, String notice, String set) {
        var now = now();
        var name = Text.cut(Text.line(set), LONGEST_SET);
        var together = name.isEmpty() ? null : items.setTime(name, item.getId(), now);
        var wanted = when == null ? null : when.truncatedTo(ChronoUnit.MINUTES);
        if (wanted != null && together != null && !wanted.equals(together)) {
            throw new RuleBrokenException("editorial.error.setTime", "day", Time.minute(together));
        }
        var moment = together == null ? wanted : together;
        if (moment != null && !moment.isAfter(now)) {
            throw new RuleBrokenException("editorial.error.past", "day");
        }
        var said = new Said("", notice, moment, "", null);
        var authors = authors(item);
        var row = item.move(Deed.SCHEDULE, version, said, actors.get(), now);
        requireBefore(Objects.requireNonNull(moment), item.getExpiresAt());
        item.schedule(moment, said.notice(), name);
        step(item, Deed.SCHEDULE, version, now, said);
        tell(row, item, authors, now, said);
        timetable.release(item, moment);
    }

    /** Those that are due at a moment: the item, and what comes out together with it. Locked, in the order of their ids. */
    public List<Item> due(String kind, long id, Instant due) {
        var first = items.find(id).filter(item -> item.getKind().equals(kind)).orElse(null);
        if (first == null) {
            return List.of();
        }
        var ids = first.getSetName().isEmpty() ? List.of(id) : items.ofSet(kind, first.getSetName());
        return ids.stream()
                .sorted()
                .map(each -> change(kind, each))
                .filter(item -> item.getReview() == ReviewState.SCHEDULED && due.equals(item.getScheduledFor()))
                .toList();
    }

    /**
     * Makes the newest version of what is due public, as of its minute, however late that is; as a correction, if the public is to be told of
     * it.
     *
     * @return the version
     */
    public int release(Item item, Instant due) {
        var version = item.getNewestVersion();
        var notice = item.getScheduledNotice();
        if (item.getState() == ItemState.PUBLISHED && !notice.isEmpty()) {
            perform(item, Deed.CORRECT, version, Said.notice(notice, ""), due);
        } else {
            publish(item, version, due);
        }
        return version;
    }

    /** Whether the item was to be shown until that moment, and is still. */
    public boolean isExpired(Item item, Instant due) {
        return item.getState() == ItemState.PUBLISHED && due.equals(item.getExpiresAt()) && !due.isAfter(now());
    }

    /**
     * Says until when the item is shown and when it is to be looked at again; null for never.
     */
    public void plan(Item item, @Nullable Instant expires, @Nullable LocalDate review) {
        var now = now();
        var moment = expires == null ? null : expires.truncatedTo(ChronoUnit.MINUTES);
        if (moment != null && !moment.isAfter(now) && !moment.equals(item.getExpiresAt())) {
            throw new RuleBrokenException("editorial.error.past", "day");
        }
        var begin = item.getScheduledFor();
        if (begin != null) {
            requireBefore(begin, moment);
        }
        var said = new Said("", "", moment, "", review);
        item.move(Deed.PLAN, item.getNewestVersion(), said, actors.get(), now);
        item.plan(moment, review);
        step(item, Deed.PLAN, item.getNewestVersion(), now, said);
        if (moment != null) {
            timetable.expire(item, moment);
        }
    }

    /** Tells of those that are to be looked at again by now, once. */
    public void remind(String kind) {
        var now = now();
        for (var item : items.toReview(kind, Time.day(now))) {
            var locked = change(kind, item.getId());
            tell(locked, authors(locked), Transition.Told.BOARD, ItemNotice.Event.REVIEW_DUE, Deed.PLAN, "", now);
            locked.reminded();
        }
    }

    /**
     * Marks an item whose source did something with it, and tells the board. What is told already is not told again.
     *
     * @param note what helps to find it: the source's name and address
     */
    public void markSource(Item item, SourceMark mark, String note) {
        if (mark == SourceMark.NONE || item.getSourceMark() == mark) {
            return;
        }
        item.mark(mark);
        var event = mark == SourceMark.CHANGED ? ItemNotice.Event.SOURCE_CHANGED : ItemNotice.Event.SOURCE_VANISHED;
        tell(
                item,
                authors(item),
                Transition.Told.BOARD,
                event,
                Deed.REMARK,
                Text.cut(Text.line(note), LONGEST_NOTE),
                now());
    }

    /** Somebody of the board has looked at what the source did. */
    public void seeSource(Item item) {
        item.mark(SourceMark.NONE);
    }

    /**
     * Gives the item another address. If it was ever public, the former one leads to it.
     *
     * @throws RuleBrokenException if it cannot stand in an address, or another item has, or had, it
     */
    public void readdress(Item item, String slug) {
        if (slug.equals(item.getSlug())) {
            return;
        }
        if (slug.isEmpty() || !slug.equals(Text.slug(slug))) {
            throw new RuleBrokenException("editorial.error.slug", "target");
        }
        var former = items.former(item.getKind(), slug);
        if (items.at(item.getKind(), slug).isPresent()
                || former.filter(other -> other.getItemId() != item.getId()).isPresent()) {
            throw new RuleBrokenException("editorial.error.slugTaken", "target");
        }
        former.ifPresent(items::remove);
        if (item.getPublishedAt() != null) {
            items.add(new FormerSlug(item));
        }
        var now = now();
        var before = item.getSlug();
        item.move(Deed.READDRESS, item.getNewestVersion(), Said.NOTHING, actors.get(), now);
        item.readdress(slug);
        step(item, Deed.READDRESS, item.getNewestVersion(), now, Said.reason(before + " → " + slug));
    }

    private void step(Item item, Deed deed, int version, Instant at, Said said) {
        items.add(new ItemStep(item.getId(), at, me(), deed, version, said(deed, said), said.notice()));
    }

    /** The reason, with the moment or the place that was named. */
    private static String said(Deed deed, Said said) {
        var told = new StringBuilder(said.reason());
        if (said.when() != null) {
            told.append(told.isEmpty() ? "" : " · ").append(Time.minute(said.when()));
        }
        if (said.review() != null) {
            told.append(told.isEmpty() ? "" : " · ").append(Time.date(said.review()));
        }
        if (deed == Deed.REDIRECT) {
            told.append(told.isEmpty() ? "→ " : " · → ").append(said.target());
        }
        return told.toString();
    }

    private void tell(Transition row, Item item, Collection<String> authors, Instant now, Said said) {
        var note = said.reason().isEmpty() ? said.notice() : said.reason();
        tell(item, authors, row.told(), ItemNotice.Event.DEED, row.deed(), note, now);
    }

    private void tell(
            Item item,
            Collection<String> authors,
            Transition.Told told,
            ItemNotice.Event event,
            Deed deed,
            String note,
            Instant now) {
        if (told == Transition.Told.AUTHOR || told == Transition.Told.BOARD) {
            authors.stream()
                    .filter(person -> !person.equals(me()))
                    .forEach(person -> items.add(new ItemNotice(item, now, event, deed, me(), note).to(person)));
        }
        if (told == Transition.Told.REVIEWERS || told == Transition.Told.BOARD) {
            items.add(new ItemNotice(item, now, event, deed, me(), note)
                    .to(told == Transition.Told.BOARD ? Deed.Right.PUBLISH : Deed.Right.REVIEW));
        }
    }

    /**
     * The people whose the item is: who began it, who wrote the newest version, and who handed it in. Who put it right in review is the
     * last who wrote it, and tells the others. The portal reads no notices.
     */
    private static Collection<String> authors(Item item) {
        var authors = new LinkedHashSet<String>();
        authors.add(item.getCreatedBy());
        authors.add(item.getChangedBy());
        authors.add(item.getSubmittedBy());
        authors.remove("");
        authors.remove(Actor.PORTAL.name());
        return authors;
    }

    private String me() {
        return actors.get().name();
    }

    /** The item, to be changed: nobody else changes it until the transaction ends. */
    public Item change(String kind, long id) {
        return items.lock(id)
                .filter(item -> item.getKind().equals(kind))
                .orElseThrow(() -> new NotFoundException(kind, String.valueOf(id)));
    }

    public Item get(String kind, long id) {
        return items.find(id)
                .filter(item -> item.getKind().equals(kind))
                .orElseThrow(() -> new NotFoundException(kind, String.valueOf(id)));
    }

    /** The item that is found under a slug, or was once. */
    public Optional<Item> at(String kind, String slug) {
        return items.at(kind, slug)
                .or(() -> items.former(kind, slug).flatMap(former -> items.find(former.getItemId())));
    }

    /** The items that stand under these slugs now, in any order. */
    public List<Item> at(String kind, Collection<String> slugs) {
        return items.at(kind, slugs);
    }

    /** All items of a kind where they stand like this before the public, in the order of their slugs. */
    public List<Item> in(String kind, Set<ItemState> states) {
        return items.in(kind, states);
    }

    /**
     * An item with all that the board knows of it.
     *
     * @param may whether whoever looks has the right for a deed, and the kind knows it
     */
    public ItemSheet sheet(Item item, Predicate<Deed> may) {
        return sheet(item, may, versionLines(item), steps(item));
    }

    private ItemSheet sheet(Item item, Predicate<Deed> may, List<VersionLine> versions, List<ItemStep> steps) {
        var me = actors.get();
        var open = Arrays.stream(Deed.values())
                .filter(may)
                .filter(deed -> Transition.of(item, deed).isPresent())
                .toList();
        var against = new LinkedHashMap<Deed, String>();
        for (var deed : open) {
            var reasons = Transition.reasonsAgainst(item, deed, item.getNewestVersion(), me);
            if (!reasons.isEmpty()) {
                against.put(deed, reasons.getFirst());
            }
        }
        return ItemSheet.of(
                item,
                may.test(Deed.SEND_BACK),
                open.stream().filter(deed -> !against.containsKey(deed)).toList(),
                against,
                versions,
                steps);
    }

    /** The same of what is public and nobody has had before the board yet, as {@link #adopt} would take it in. */
    public ItemSheet sheet(
            String kind, String slug, String place, ItemContent content, Instant asOf, Predicate<Deed> may) {
        var portal = Actor.PORTAL.name();
        var item = Item.adopted(kind, slug, content.title(), place, asOf);
        return sheet(item, may, List.of(new VersionLine(item.getNewestVersion(), portal, asOf, "")), List.of());
    }

    public ItemVersion version(Item item, int number) {
        return items.version(item.getId(), number)
                .orElseThrow(() -> new NotFoundException(item.getKind(), item.getId() + " · " + number));
    }

    /** All versions, the newest first. */
    public List<ItemVersion> versions(Item item) {
        return items.versions(item.getId());
    }

    /** All versions without what they say, the newest first. */
    public List<VersionLine> versionLines(Item item) {
        return items.versionLines(item.getId());
    }

    /** All that was done with the item, the oldest first. */
    public List<ItemStep> steps(Item item) {
        return items.steps(item.getId());
    }

    /** How many items of a kind there are, public or not. */
    public long count(String kind) {
        return items.count(kind);
    }

    /** The numbers of those on a list of the board, in its order. */
    public List<Long> numbers(DeskQuery query) {
        return items.numbers(query);
    }

    /** How many there are on a list of the board. */
    public long count(DeskQuery query) {
        return items.count(query);
    }

    /** How many there are of each place on a list of the board; a place without any is missing. */
    public Map<String, Long> countsOfPlaces(DeskQuery query) {
        return items.countsOfPlaces(query);
    }

    /** How many there are of each unit on a list of the board; a unit without any is missing, and what is no unit's own stands under "". */
    public Map<String, Long> countsOfUnits(DeskQuery query) {
        return items.countsOfUnits(query);
    }

    /** Those with these numbers, in any order. */
    public List<Item> of(Collection<Long> numbers) {
        return items.of(numbers);
    }

    /** What becomes of files by the items of a kind that know them. */
    public List<FileUse> uses(String kind, Collection<Long> attachments) {
        return items.uses(kind, attachments);
    }

    /** The items of a kind by which everybody sees a file, in the order of their ids. */
    public List<Item> shownBy(String kind, long attachment) {
        return items
                .of(items.uses(kind, List.of(attachment)).stream()
                        .filter(use -> use.standing() == FileUse.Standing.PUBLIC)
                        .map(FileUse::item)
                        .toList())
                .stream()
                .sorted(Comparator.comparing(Item::getId))
                .toList();
    }

    /**
     * Tells the board that a file was replaced by which everybody sees more than the items' versions say.
     *
     * @param note which file it is
     */
    public void tellOfFile(String kind, long attachment, String note) {
        var now = now();
        for (var item : shownBy(kind, attachment)) {
            tell(
                    item,
                    authors(item),
                    Transition.Told.BOARD,
                    ItemNotice.Event.FILE_REPLACED,
                    Deed.REMARK,
                    Text.cut(Text.line(note), LONGEST_NOTE),
                    now);
        }
    }

    /**
     * Tells whoever writes what shows or offers a file that nobody will ever be given it; the board too, where everybody misses it already.
     *
     * @param note which file it is
     */
    public void tellOfRefusedFile(String kind, long attachment, String note) {
        var now = now();
        var uses = items.uses(kind, List.of(attachment)).stream()
                .filter(use -> use.standing() != FileUse.Standing.GONE)
                .collect(Collectors.toMap(FileUse::item, FileUse::standing, (one, other) -> one));
        items.of(uses.keySet()).stream()
                .sorted(Comparator.comparing(Item::getId))
                .forEach(item -> tell(
                        item,
                        authors(item),
                        uses.get(item.getId()) == FileUse.Standing.PUBLIC
                                ? Transition.Told.BOARD
                                : Transition.Told.AUTHOR,
                        ItemNotice.Event.FILE_REFUSED,
                        Deed.REMARK,
                        Text.cut(Text.line(note), LONGEST_NOTE),
                        now));
    }

    /** The files that items of a kind know. */
    public Set<Long> usedFiles(String kind) {
        return items.usedFiles(kind);
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
