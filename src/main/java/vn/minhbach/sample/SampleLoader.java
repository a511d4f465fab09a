package vn.minhbach.sample;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Acting;
import vn.minhbach.article.ArticleContent;
import vn.minhbach.article.ArticleService;
import vn.minhbach.article.Section;
import vn.minhbach.article.SectionKind;
import vn.minhbach.attachment.Attachment;
import vn.minhbach.attachment.AttachmentService;
import vn.minhbach.procedure.GovernmentLevel;
import vn.minhbach.procedure.LifeEvent;
import vn.minhbach.procedure.Paper;
import vn.minhbach.procedure.Procedure;
import vn.minhbach.procedure.ProcedureContent;
import vn.minhbach.procedure.ProcedureRecord;
import vn.minhbach.procedure.ProcedureService;
import vn.minhbach.procedure.ProcedureStatus;
import vn.minhbach.procedure.ServiceLevel;
import vn.minhbach.shared.Text;
import vn.minhbach.shared.Time;
import vn.minhbach.site.SiteKind;
import vn.minhbach.site.SiteService;
import vn.minhbach.unit.Unit;
import vn.minhbach.unit.UnitKind;
import vn.minhbach.unit.UnitService;

/**
 * Fills a new portal with a fictional department, so that whoever tries it finds something to look at. Does nothing once
 * there is content, or with {@code portal.sample=false}. The days in the sample are counted back from the first start.
 */
@Singleton
@Startup
@DependsOn("Migrator")
public class SampleLoader {

    private static final Logger LOG = Logger.getLogger(SampleLoader.class.getName());
    private static final String FOLDER = "/sample/";
    private static final String FORMS = "forms/";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final int IMAGE_WIDTH = 1200;
    private static final int IMAGE_HEIGHT = 675;

    private final Map<String, Attachment> forms = new HashMap<>();

    @Inject
    ArticleService articles;

    @Inject
    ProcedureService procedures;

    @Inject
    UnitService units;

    @Inject
    AttachmentService attachments;

    @Inject
    SiteService site;

    @Inject
    SampleBoard board;

    @Inject
    SampleInbox inbox;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "portal.sample", defaultValue = "true")
    boolean wanted;

    @PostConstruct
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    void load() {
        if (!wanted
                || procedures.total() > 0
                || articles.total() > 0
                || !units.all().isEmpty()) {
            return;
        }
        Acting.asPortal(this::fill);
        LOG.log(Level.INFO, "The sample content was loaded");
    }

    private void fill() {
        units();
        var sections = sections();
        lifeEvents();
        procedures();
        articles(sections);
        board.fill();
        profile();
        inbox.fill();
    }

    private void units() {
        for (var each : array("units.json")) {
            var json = each.asJsonObject();
            var unit = new Unit(
                    json.getString("slug"),
                    json.getString("name"),
                    json.getString("shortName", ""),
                    UnitKind.valueOf(json.getString("kind")),
                    json.getInt("position"));
            unit.describe(json.getString("summary", ""), json.getString("body", ""), strings(json, "formerNames"));
            unit.lead(json.getString("head", ""), json.getString("headPost", ""));
            unit.reach(
                    json.getString("address", ""),
                    json.getString("phone", ""),
                    json.getString("email", ""),
                    json.getString("hours", ""));
            if (json.containsKey("target")) {
                unit.aim(json.getInt("target"));
            }
            units.add(unit);
        }
    }

    private Map<String, Section> sections() {
        var sections = new HashMap<String, Section>();
        for (var each : array("sections.json")) {
            var json = each.asJsonObject();
            var section = new Section(
                    json.getString("slug"),
                    json.getString("name"),
                    json.getString("description", ""),
                    SectionKind.valueOf(json.getString("kind")),
                    json.getInt("position"));
            articles.add(section);
            sections.put(section.getSlug(), section);
        }
        return sections;
    }

    private void lifeEvents() {
        var events = new ArrayList<LifeEvent>();
        for (var each : object("site.json").getJsonArray("lifeEvents")) {
            var json = each.asJsonObject();
            events.add(new LifeEvent(
                            json.getString("slug"),
                            json.getString("name"),
                            json.getString("icon"),
                            json.getString("description", ""),
                            strings(json, "procedures"),
                            strings(json, "fields"),
                            strings(json, "keywords"),
                            events.size() + 1)
                    .inEnglish(json.getString("englishName", ""), json.getString("englishDescription", "")));
        }
        procedures.begin(events);
    }

    private void procedures() {
        for (var each : array("procedures.json")) {
            var json = each.asJsonObject();
            var procedure = new Procedure(
                    new ProcedureRecord(
                            json.getString("code"),
                            json.getString("title"),
                            json.getString("org"),
                            json.getString("decision"),
                            strings(json, "levels").stream()
                                    .map(GovernmentLevel::valueOf)
                                    .toList(),
                            json.getString("type", ""),
                            json.getString("field"),
                            ServiceLevel.valueOf(json.getString("serviceLevel")),
                            ProcedureStatus.valueOf(json.getString("status")),
                            day(json, "validFrom"),
                            day(json, "validTo"),
                            json.getString("nationalUrl", ""),
                            vn.minhbach.shared.Json.read(
                                            json.getJsonObject("content").toString(), ProcedureContent.class)
                                    .withPapers(this::withForm)),
                    clock.instant());
            procedure.present(json.getBoolean("frequent", false), strings(json, "lifeEvents"));
            procedure.checked(LocalDate.now(clock).minusDays(json.getInt("checkedDaysBefore", 0)));
            procedures.add(procedure);
        }
    }

    /** A form of which the sample holds the file gets its address; the file is named as the form. */
    private Paper withForm(Paper paper) {
        var name = Text.slug(paper.formName()) + ".docx";
        if (paper.formName().isBlank() || SampleLoader.class.getResource(FOLDER + FORMS + name) == null) {
            return paper;
        }
        var address = forms.computeIfAbsent(name, file -> {
            try (var bytes = resource(FORMS + file)) {
                return attachments.keep(file, DOCX, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return new Paper(paper.name(), paper.formName(), address.getPath(), paper.originals(), paper.copies());
    }

    private static @Nullable LocalDate day(JsonObject json, String name) {
        return json.containsKey(name) && !json.isNull(name) ? LocalDate.parse(json.getString(name)) : null;
    }

    private void articles(Map<String, Section> sections) {
        var images = new HashMap<String, Attachment>();
        for (var each : array("articles.json")) {
            var json = each.asJsonObject();
            var day = LocalDate.now(clock).minusDays(json.getInt("daysBefore"));
            var published = day.atTime(LocalTime.parse(json.getString("time")))
                    .atZone(Time.ZONE)
                    .toInstant();
            var moment = published.isAfter(clock.instant()) ? clock.instant() : published;
            var section = Objects.requireNonNull(sections.get(json.getString("section")), json.getString("section"));
            var image = json.getString("image", "");
            var content = new ArticleContent(
                    SampleDays.fill(json.getString("title"), day),
                    SampleDays.fill(json.getString("lead"), day),
                    SampleDays.fill(json.getString("body"), day),
                    json.getString("author", ""),
                    json.getString("source", "").replaceFirst("^Theo ", ""),
                    json.getString("sourceUrl", ""),
                    strings(json, "tags"),
                    strings(json, "procedures"),
                    section.getId(),
                    image.isEmpty()
                            ? null
                            : images.computeIfAbsent(
                                            image,
                                            name -> image(
                                                    name,
                                                    json.getString("imageAlt", ""),
                                                    json.getString("imageCredit", "")))
                                    .getId(),
                    json.getString("unit", ""));
            var article = articles.draft(section.getSlug(), json.getString("slug"), content);
            articles.publish(article.getId(), 1, section.getSlug(), moment);
        }
    }

    private Attachment image(String name, String alt, String credit) {
        try (var bytes = resource(name)) {
            var attachment = attachments.keep(name.substring(name.lastIndexOf('/') + 1), "image/svg+xml", bytes);
            attachment.describe(alt, credit, IMAGE_WIDTH, IMAGE_HEIGHT);
            return attachment;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void profile() {
        var json = object("site.json");
        var today = LocalDate.now(clock);
        var responsible = json.getString("responsible", "").split(",\\s*", 2);
        site.bring(
                SiteKind.PROFILE,
                Map.ofEntries(
                        Map.entry("name", json.getString("departmentName", json.getString("name"))),
                        Map.entry("nameEn", json.getString("englishName", "")),
                        Map.entry("shortName", json.getString("shortName")),
                        Map.entry("parentName", json.getString("parentName", "")),
                        Map.entry("province", json.getString("province")),
                        Map.entry("address", json.getString("address")),
                        Map.entry("phone", json.getString("phone")),
                        Map.entry("email", json.getString("email")),
                        Map.entry("hours", json.getString("hours")),
                        Map.entry("responsible", responsible[0]),
                        Map.entry("responsiblePost", responsible.length > 1 ? responsible[1] : ""),
                        Map.entry("licenceNumber", json.getString("licence", "")),
                        Map.entry("themeYear", Integer.toString(today.getYear())),
                        Map.entry("theme", json.getJsonObject("reformTheme").getString("text")),
                        Map.entry("reformTarget", Integer.toString(json.getInt("reformTarget")))));
        each(json, "notices").forEach(notice -> {
            var from = today.minusDays(notice.getInt("daysBefore"));
            site.bring(
                    SiteKind.NOTICE,
                    Map.of(
                            "title", notice.getString("title"),
                            "text", notice.getString("text", ""),
                            "link",
                                    notice.getString("articleSlug", "").isEmpty()
                                            ? ""
                                            : "/bai-viet/" + notice.getString("articleSlug"),
                            "level", "NORMAL",
                            "from", from.atStartOfDay().toString(),
                            "until",
                                    from.plusDays(notice.getInt("expiresAfterDays") + 1L)
                                            .atStartOfDay()
                                            .toString()));
        });
        each(json, "hotlines")
                .forEach(line -> site.bring(
                        SiteKind.HOTLINE,
                        Map.of(
                                "name", line.getString("name"),
                                "phone", line.getString("phone"),
                                "hours", line.getString("hours", ""),
                                "note", line.getString("note", ""),
                                "fields", String.join("\n", strings(line, "fields")))));
        each(json, "banners")
                .forEach(banner -> site.bring(
                        SiteKind.BANNER,
                        Map.of(
                                "title", banner.getString("title"),
                                "text", banner.getString("text", ""),
                                "picture",
                                        image(banner.getString("image"), banner.getString("alt", ""), "")
                                                .getPath(),
                                "alt", banner.getString("alt", ""),
                                "link", banner.getString("url", ""))));
        each(json, "tags")
                .forEach(tag -> site.bring(
                        SiteKind.TAG,
                        Map.of(
                                "name", tag.getString("name"),
                                "english", tag.getString("english", ""),
                                "text", tag.getString("text", ""),
                                "others", String.join("\n", strings(tag, "others")))));
        each(json, "channels")
                .forEach(channel -> site.bring(
                        SiteKind.MENU,
                        Map.of(
                                "title", channel.getString("name"),
                                "link", channel.getString("url"),
                                "place", "FOOTER")));
    }

    private static List<JsonObject> each(JsonObject json, String name) {
        return json.getJsonArray(name).getValuesAs(JsonObject.class);
    }

    private static List<String> strings(JsonObject json, String name) {
        return json.containsKey(name)
                ? json.getJsonArray(name).getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList()
                : List.of();
    }

    private static JsonArray array(String name) {
        return (JsonArray) read(name);
    }

    private static JsonObject object(String name) {
        return (JsonObject) read(name);
    }

    private static JsonStructure read(String name) {
        try (var in = resource(name);
                var reader = Json.createReader(in)) {
            return reader.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(SampleLoader.class.getResourceAsStream(FOLDER + name), name);
    }
}
