package vn.minhbach.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.minhbach.article.ArticleService;
import vn.minhbach.article.Tags;
import vn.minhbach.attachment.FileDelivery;
import vn.minhbach.inbox.InboxService;
import vn.minhbach.procedure.ProcedureCode;
import vn.minhbach.procedure.ProcedureService;
import vn.minhbach.shared.GoneException;
import vn.minhbach.shared.MovedException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.unit.UnitService;
import vn.minhbach.web.Doors;

/**
 * Knows whether there is what an address of a page names that shows one of many: by the feature's service, and by the same exceptions that become
 * the page's answer.
 */
@ApplicationScoped
public class PublicItems implements OwnItems {

    @Inject
    ArticleService articles;

    @Inject
    Tags tags;

    @Inject
    ProcedureService procedures;

    @Inject
    UnitService units;

    @Inject
    InboxService inbox;

    @Inject
    FileDelivery files;

    /** By door, how it is found out whether there is what an address names. */
    private final Map<String, Look> looks = Map.ofEntries(
            Map.entry(
                    "/bai-viet/{slug}",
                    names -> articles.published(names.getFirst())
                            .article()
                            .getSlug()
                            .equals(names.getFirst())),
            Map.entry(
                    "/chuyen-muc/{slug}",
                    names -> articles.section(names.getFirst()).getSuccessorId() == null),
            Map.entry("/nhan/{slug}", names -> isTag(names.getFirst())),
            Map.entry("/thu-tuc/{code}", names -> isProcedure(names.getFirst())),
            Map.entry("/thu-tuc/{code}/truong-hop/{slug}", names -> isProcedure(names.getFirst())),
            Map.entry("/nguon-thu-tuc/{code}", names -> isSource(names.getFirst())),
            Map.entry(
                    "/don-vi/{slug}",
                    names -> !units.get(names.getFirst()).getSlug().isEmpty()),
            Map.entry(
                    "/hoi-dap/{slug}",
                    names -> !inbox.publication(names.getFirst()).getSlug().isEmpty()),
            Map.entry("/tep/{id}/{name}", this::isFile),
            Map.entry("/tep/{id}/{width}/{name}", this::isFile));

    /** Looks for one of many. */
    private interface Look {

        /**
         * Whether it is there under this very name; false if it has another by now.
         *
         * @throws RuntimeException as the page does that has nothing to show
         */
        boolean isThere(List<String> names);
    }

    /** The doors behind which something is looked for. */
    Set<String> doors() {
        return looks.keySet();
    }

    @Override
    public int status(Doors.PublicPlace page) {
        var names = page.names();
        try {
            return names.isEmpty()
                            || looks.getOrDefault(page.door(), unasked -> true).isThere(names)
                    ? FOUND
                    : MOVED;
        } catch (NotFoundException e) {
            return NOT_FOUND;
        } catch (GoneException e) {
            return GONE;
        } catch (MovedException e) {
            return MOVED;
        }
    }

    private boolean isTag(String slug) {
        return tags.currentSlug(slug)
                .orElseThrow(() -> new NotFoundException("tag", slug))
                .equals(slug);
    }

    private boolean isSource(String given) {
        if (!procedures.hasSource(national(given))) {
            throw new NotFoundException("procedure-source", given);
        }
        return isProcedure(given);
    }

    private boolean isProcedure(String given) {
        var code = national(given);
        procedures.get(code);
        return code.equals(given);
    }

    private static String national(String given) {
        return ProcedureCode.national(given).orElseThrow(() -> new NotFoundException("procedure", given));
    }

    private boolean isFile(List<String> names) {
        return switch (files.standing(names)) {
            case HERE -> true;
            case ELSEWHERE -> false;
            case NOWHERE -> throw new NotFoundException("file", names.getFirst());
            case WITHDRAWN -> throw new GoneException("file", names.getFirst());
        };
    }
}
