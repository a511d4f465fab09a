package vn.minhbach.article;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.minhbach.editorial.ItemContent;
import vn.minhbach.shared.Html;
import vn.minhbach.shared.Text;

/**
 * What a version of an article says. Stored as one JSON document; a field that is added here must have a value for versions that
 * were stored without it.
 *
 * @param bodyHtml clean HTML, once it is stored
 * @param author who wrote it, as readers are told
 * @param sourceName from where it was relayed ("Theo …"); empty for the department's own
 * @param sourceUrl the address there, http or https; readers follow it, so it is nothing that a browser would run
 * @param tags words by which readers find more of the kind
 * @param procedures the codes of the procedures that it talks about
 * @param sectionId the {@link Section} under which it stands
 * @param imageId the attachment that illustrates it; null if there is none
 * @param unit the slug of the unit of the department that sent it in; empty if it is the department's as a whole
 */
public record ArticleContent(
        @NotBlank @Size(max = 300) String title,
        @NotBlank @Size(max = 2000) String lead,
        @Size(max = 500_000) String bodyHtml,
        @Size(max = 200) String author,
        @Size(max = 200) String sourceName,

        @Size(max = 1000)
        @jakarta.validation.constraints.Pattern(
                regexp = "(https?://[^\\s]+)?+",
                message = "{org.hibernate.validator.constraints.URL.message}")
        String sourceUrl,

        @Size(max = 50) List<String> tags,
        @Size(max = 100) List<String> procedures,
        long sectionId,
        @Nullable Long imageId,
        @Size(max = 120) String unit)
        implements ItemContent {

    /** Where a body shows or offers a file of the portal. */
    private static final Pattern FILE = Pattern.compile("(?:src|href)=\"/tep/(\\d{1,18})/");

    /** What was not given is empty, not missing. */
    public ArticleContent {
        title = Objects.requireNonNullElse(title, "");
        lead = Objects.requireNonNullElse(lead, "");
        bodyHtml = Objects.requireNonNullElse(bodyHtml, "");
        author = Objects.requireNonNullElse(author, "");
        sourceName = Objects.requireNonNullElse(sourceName, "");
        sourceUrl = Objects.requireNonNullElse(sourceUrl, "");
        tags = List.copyOf(Objects.requireNonNullElse(tags, List.of()));
        procedures = List.copyOf(Objects.requireNonNullElse(procedures, List.of()));
        unit = Objects.requireNonNullElse(unit, "");
    }

    /** The same as it may be stored and printed. */
    ArticleContent cleaned() {
        return new ArticleContent(
                Text.line(title),
                Text.line(lead),
                Html.clean(bodyHtml),
                Text.line(author),
                Text.line(sourceName),
                Text.line(sourceUrl),
                tags.stream().map(Text::line).toList(),
                procedures.stream().map(Text::line).toList(),
                sectionId,
                imageId,
                Text.line(unit));
    }

    @Override
    public Set<Long> files() {
        var files = new LinkedHashSet<Long>();
        if (imageId != null) {
            files.add(imageId);
        }
        FILE.matcher(bodyHtml).results().forEach(found -> files.add(Long.valueOf(found.group(1))));
        return files;
    }
}
