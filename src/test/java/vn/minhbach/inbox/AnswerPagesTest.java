package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.minhbach.change.Derived;
import vn.minhbach.change.Values;
import vn.minhbach.privacy.FieldCipher;
import vn.minhbach.search.Hit;
import vn.minhbach.search.SearchService;
import vn.minhbach.shared.MovedException;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.shared.UnavailableException;
import vn.minhbach.web.Visit;

/** The pages of what is public of the inbox: one answer with what it rests on, and the list of all. */
class AnswerPagesTest {

    private final InboxOnH2 h2 = new InboxOnH2();
    private final Map<String, Hit> visible = new HashMap<>();
    private boolean indexIsThere = true;

    @AfterEach
    void close() {
        h2.close();
    }

    private final class Index extends SearchService {

        @Override
        public Optional<Hit> item(String kind, String id) {
            if (!indexIsThere) {
                throw new UnavailableException(UnavailableException.Part.SEARCH);
            }
            return Optional.ofNullable(visible.get(kind + " " + id));
        }

        @Override
        public Optional<Hit> at(String address) {
            return visible.values().stream()
                    .filter(hit -> hit.path().equals(address))
                    .findFirst();
        }
    }

    private static final class Asked extends Visit {

        private final String slug;
        private final Map<String, String> parameters;

        Asked(String slug, Map<String, String> parameters) {
            this.slug = slug;
            this.parameters = parameters;
        }

        @Override
        public String pathInfo() {
            return slug;
        }

        @Override
        public String parameter(String name) {
            return parameters.getOrDefault(name, "");
        }
    }

    private static Hit hit(String kind, String id, String title, String path) {
        return new Hit(kind, id, title, path, 1, "", "", Map.of(), false);
    }

    private long published() {
        var id = h2.send("question");
        h2.answer(id);
        h2.deed(id, (desk, sheet) -> desk.publish(id, sheet.unit(), sheet.version(), false));
        return id;
    }

    private PublishedAnswers answers(EntityManager em, InboxOnH2.Desk desk) {
        var values = new Values();
        return new PublishedAnswers(
                new PublishedRepository(em), desk.service, new Index(), new Derived<>(values), new Derived<>(values));
    }

    private static final class Units extends InboxUnits {

        @Override
        LinkedHashMap<String, String> names() {
            return new LinkedHashMap<>(Map.of("van-phong", "Văn phòng Sở", "phong-a", "Phòng A"));
        }
    }

    private AnswerPage answer(long id) {
        return h2.database().ask(em -> {
            var desk = h2.new Desk(em);
            var page = new AnswerPage();
            page.service = desk.service;
            page.answers = answers(em, desk);
            page.allUnits = new Units();
            var repository = new EnclosureRepository(em);
            page.masked = new MaskedPictureService(
                    repository,
                    new Enclosures(repository, new EnclosureStore(Path.of("unused")), new FieldCipher(InboxOnH2.KEYS)));
            page.search = new Index();
            page.visit = new Asked(desk.service.publication(id).orElseThrow().getSlug(), Map.of());
            page.load();
            return page;
        });
    }

    private void rest(long id, Basis.Source source) {
        h2.database()
                .inTransaction(
                        em -> em.persist(new Basis(id, 1, source, h2.clock().instant())));
    }

    /** It may have been withdrawn because its very title should not be read. */
    @Test
    void onlyWhatEverybodySeesNowIsNamedAsABasis() {
        var id = published();
        rest(id, new Basis.Source("article", "7", "/bai-viet/cu", "Tên cũ"));
        rest(id, new Basis.Source("article", "8", "/bai-viet/da-go", "Bài đã gỡ"));
        rest(id, Basis.Source.procedure("1.001234"));
        visible.put("article 7", hit("article", "7", "Tên mới", "/bai-viet/moi"));
        visible.put("procedure 1.001234", hit("procedure", "1.001234", "Cấp giấy phép", "/thu-tuc/1.001234"));

        assertThat(answer(id).getBasis())
                .containsExactly(
                        new AnswerPage.Rested("Tên mới", "/bai-viet/moi", null),
                        new AnswerPage.Rested("Cấp giấy phép", "/thu-tuc/1.001234", null));
        indexIsThere = false;
        assertThat(answer(id).getBasis()).isEmpty();
    }

    private AnswersPage list(Map<String, String> parameters) {
        return h2.database().ask(em -> {
            var desk = h2.new Desk(em);
            var page = new AnswersPage();
            page.service = desk.service;
            page.answers = answers(em, desk);
            page.allUnits = new Units();
            page.search = new Index();
            page.visit = new Asked("", parameters);
            page.load();
            return page;
        });
    }

    @ParameterizedTest
    @CsvSource({"loai,khong-co", "don-vi,khong-co", "linh-vuc,khong-co", "thu-tuc,khong-co", "thu-tuc,1.999999"})
    void aListOfWhatThereIsNotHasNoPage(String parameter, String value) {
        published();

        assertThatThrownBy(() -> list(Map.of(parameter, value))).isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @CsvSource({"trang,7", "trang,x", "trang,1", "xep,x"})
    void anotherWayToWriteAListIsLedToTheRightOne(String parameter, String value) {
        published();

        assertThatThrownBy(() -> list(Map.of(parameter, value)))
                .isInstanceOfSatisfying(
                        MovedException.class, moved -> assertThat(moved.url()).isEqualTo("/hoi-dap"));
    }

    @Test
    void aListOfWhatThereIsIsShown() {
        published();
        visible.put("procedure 1.001234", hit("procedure", "1.001234", "Cấp giấy phép", "/thu-tuc/1.001234"));

        assertThat(list(Map.of("xep", "moi")).getLines()).hasSize(1);
        assertThat(list(Map.of("don-vi", "van-phong")).getLines()).hasSize(1);
        // A unit that has answered nothing yet, and a procedure about which nobody has asked.
        assertThat(list(Map.of("don-vi", "phong-a")).getLines()).isEmpty();
        assertThat(list(Map.of("thu-tuc", "1.001234")).getLines()).isEmpty();
    }
}
