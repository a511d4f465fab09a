package vn.minhbach.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;

/** Whether a link leads somebody to where they may go. */
class DoorsTest {

    private static final Actor LAN = new Actor("lan", Set.of(new Actor.Grant(Permission.WRITE_ARTICLES, "tin-tuc")));

    private final Doors doors = new Doors() {
        @Override
        public List<Entry> all() {
            return List.of(
                    door("/tin-tuc", Permission.READ_PUBLIC),
                    door("/quan-tri/bai-viet/soan", Permission.WRITE_ARTICLES),
                    door("/quan-tri/nguoi-dung", Permission.MANAGE_PEOPLE));
        }
    };

    private static Doors.Entry door(String path, Permission permission) {
        return new Doors.Entry(
                path, Set.of(Method.GET), Set.of(), permission, false, false, false, 0, "", Doors.Kind.DESK, true);
    }

    @Test
    void whoHasThePermissionSomewhereMayEnter() {
        assertThat(doors.mayEnter(LAN, "/quan-tri/bai-viet/soan?ma=12")).isTrue();
        assertThat(doors.mayEnter(LAN, "/quan-tri/nguoi-dung")).isFalse();
        assertThat(doors.mayEnter(Actor.NOBODY, "/quan-tri/bai-viet/soan")).isFalse();
    }

    @Test
    void everybodyMayReadWhatIsPublicAndNobodyWhatThereIsNot() {
        assertThat(doors.mayEnter(Actor.NOBODY, "/tin-tuc#dau")).isTrue();
        assertThat(doors.mayEnter(LAN, "/khong-co")).isFalse();
        assertThat(doors.mayEnter(LAN, "")).isFalse();
    }
}
