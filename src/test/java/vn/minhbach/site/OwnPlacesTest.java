package vn.minhbach.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.minhbach.access.Permission;
import vn.minhbach.article.ArticleService;
import vn.minhbach.article.PublicArticle;
import vn.minhbach.attachment.FileDelivery;
import vn.minhbach.inbox.InboxService;
import vn.minhbach.inbox.Publication;
import vn.minhbach.procedure.Procedure;
import vn.minhbach.procedure.ProcedureService;
import vn.minhbach.shared.GoneException;
import vn.minhbach.shared.MovedException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.unit.Unit;
import vn.minhbach.unit.UnitKind;
import vn.minhbach.unit.UnitService;
import vn.minhbach.web.Door;
import vn.minhbach.web.Doors;
import vn.minhbach.web.Method;
import vn.minhbach.web.PortalUrl;

/** What the portal says of its own addresses, so that no link within it leads to nothing unnoticed. PortalIT compares it with what readers get. */
class OwnPlacesTest {

    /** A new page that shows one of many has to say how it is found out whether there is that one. */
    @Test
    void everyPublicDoorWithANameIsLookedBehindOrNamedHere() {
        var named = new ClassFileImporter()
                .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS).importPackages("vn.minhbach").stream()
                        .filter(each -> each.isAnnotatedWith(Door.class) || each.isAnnotatedWith(Door.Several.class))
                        .flatMap(each -> Arrays.stream(each.reflect().getAnnotationsByType(Door.class)))
                        .filter(door -> door.permission() == Permission.READ_PUBLIC && !door.unlisted())
                        .filter(door -> List.of(door.methods()).contains(Method.GET))
                        .map(Door::path)
                        .filter(path -> path.contains("{"))
                        .collect(Collectors.toCollection(TreeSet::new));
        var known = new TreeSet<>(OwnItems.NOT_LOOKED_AT);
        known.addAll(new PublicItems().doors());
        assertThat(named).hasSizeGreaterThan(10).isEqualTo(known);
    }

    @Test
    void aPageIsThereOrNot() {
        assertThat(status("/tin-tuc")).isEqualTo(200);
        assertThat(status("/en/tin-tuc?trang=2")).isEqualTo(200);
        assertThat(status("/tin-tuc/")).as("led to the right way to write it").isEqualTo(301);
        assertThat(status("/khong-co")).isEqualTo(404);
        assertThat(status("/trang-cu")).as("a redirection").isEqualTo(301);
        assertThat(status("/tin tuc|")).as("no address at all").isEqualTo(404);
    }

    @Test
    void whatAPageShowsIsAskedOfItsFeature() {
        assertThat(status("/bai-viet/khong-co")).isEqualTo(404);
        assertThat(status("/bai-viet/da-go")).isEqualTo(410);
        assertThat(status("/bai-viet/da-chuyen")).isEqualTo(301);
        assertThat(status("/thu-tuc/1.000200")).isEqualTo(200);
        assertThat(status("/thu-tuc/1.0002")).as("written otherwise").isEqualTo(301);
        assertThat(status("/thu-tuc/khong")).isEqualTo(404);
        assertThat(status("/don-vi/van-phong")).isEqualTo(200);
        assertThat(status("/don-vi/giai-the")).isEqualTo(404);
        assertThat(status("/tep/1/co.pdf")).isEqualTo(200);
        assertThat(status("/tep/1/t%C3%AAn-c%C5%A9.pdf")).isEqualTo(301);
        assertThat(status("/tep/1/tên-cũ.pdf")).as("as editors paste it").isEqualTo(301);
        assertThat(status("/tep/2/nhap.pdf")).isEqualTo(404);
        assertThat(status("/tep/3/da-go.pdf")).isEqualTo(410);
    }

    /** Menus and redirections lead where readers find something, by the same knowledge. */
    @Test
    void whatAnEditorLeadsReadersToIsThere() {
        var targets = new Targets();
        targets.doors = DOORS;
        targets.items = items();
        targets.portal = new PortalUrl("https://so.example.vn");

        for (var there :
                List.of("/tin-tuc", "/don-vi/van-phong", "/thu-tuc/1.000200", "/tep/1/co.pdf", "/hoi-dap/cap-lai")) {
            assertThat(targets.checked(there, "to")).isEqualTo(there);
            assertThat(targets.answers(there)).isTrue();
        }
        assertThat(targets.checked("https://khac.example.vn/bai-viet/x", "to")).startsWith("https://");
        for (var not : List.of(
                "/khong-co", "/bai-viet/khong-co", "/bai-viet/da-chuyen", "/bai-viet/da-go", "/tep/2/nhap.pdf")) {
            assertThatThrownBy(() -> targets.checked(not, "to")).as(not).hasMessage("row.error.target");
        }
        // A notice stands there, or readers are led on already: nothing else may lead them.
        assertThat(targets.answers("/bai-viet/da-go")).isTrue();
        assertThat(targets.answers("/bai-viet/da-chuyen")).isTrue();
        assertThat(targets.answers("/bai-viet/khong-co")).isFalse();
        // Nobody looks whether there is such a feed: an old one may lead to a new one.
        assertThat(targets.answers("/feed/tin-cu.rss")).isFalse();
        assertThatThrownBy(() -> targets.checked("/feed/tin-cu.rss", "to")).hasMessage("row.error.target");
        assertThat(targets.own(" https://so.example.vn/tin-tuc ")).isEqualTo("/tin-tuc");
        assertThat(targets.own("//khac.example.vn/")).isEqualTo("//khac.example.vn/");
    }

    private static final Doors DOORS = new Doors() {
        @Override
        public Optional<PublicPlace> publicPage(String typed) {
            return page(typed.replaceFirst("\\?.*", ""));
        }
    };

    private static int status(String place) {
        var own = new OwnPlaces();
        own.doors = DOORS;
        own.items = items();
        own.redirects = new Redirects() {
            @Override
            public Optional<String> now(String path, String query) {
                return path.equals("/trang-cu") ? Optional.of("/tin-tuc") : Optional.empty();
            }
        };
        return own.status(place);
    }

    private static PublicItems items() {
        var own = new PublicItems();
        own.articles = new ArticleService() {
            @Override
            public PublicArticle published(String slug) {
                throw switch (slug) {
                    case "da-go" -> new GoneException("article", slug);
                    case "da-chuyen" -> new MovedException("/tin-tuc");
                    default -> new NotFoundException("article", slug);
                };
            }
        };
        own.procedures = new ProcedureService() {
            @Override
            public Procedure get(String code) {
                if (!code.equals("1.000200")) {
                    throw new NotFoundException("procedure", code);
                }
                return new Stored();
            }
        };
        own.units = new UnitService() {
            @Override
            public Unit get(String slug) {
                if (!slug.equals("van-phong")) {
                    throw new NotFoundException("unit", slug);
                }
                return new Unit(slug, "Văn phòng", "", UnitKind.OFFICE, 1);
            }
        };
        own.inbox = new InboxService() {
            @Override
            public Publication publication(String slug) {
                return new Publication() {
                    @Override
                    public String getSlug() {
                        return slug;
                    }
                };
            }
        };
        own.files = new FileDelivery() {
            @Override
            public Standing standing(List<String> names) {
                return Map.of(
                                "co.pdf",
                                Standing.HERE,
                                "tên-cũ.pdf",
                                Standing.ELSEWHERE,
                                "da-go.pdf",
                                Standing.WITHDRAWN)
                        .getOrDefault(names.getLast(), Standing.NOWHERE);
            }
        };
        return own;
    }

    private static final class Stored extends Procedure {}

    /** The table of doors in small. */
    private static Optional<Doors.PublicPlace> page(String path) {
        var parts = java.net.URLDecoder.decode(path, java.nio.charset.StandardCharsets.UTF_8)
                .substring(1)
                .split("/");
        var names = List.of(parts).subList(1, parts.length);
        return switch (parts[0]) {
            case "tin-tuc" -> Optional.of(new Doors.PublicPlace("/tin-tuc", "/tin-tuc", List.of()));
            case "bai-viet" -> Optional.of(new Doors.PublicPlace(path, "/bai-viet/{slug}", names));
            case "thu-tuc" -> Optional.of(new Doors.PublicPlace(path, "/thu-tuc/{code}", names));
            case "don-vi" -> Optional.of(new Doors.PublicPlace(path, "/don-vi/{slug}", names));
            case "hoi-dap" -> Optional.of(new Doors.PublicPlace(path, "/hoi-dap/{slug}", names));
            case "feed" -> Optional.of(new Doors.PublicPlace(path, "/feed/{file}", names));
            case "tep" -> Optional.of(new Doors.PublicPlace(path, "/tep/{id}/{name}", names));
            default -> Optional.empty();
        };
    }
}
