import java.io.File;
import java.util.HashMap;
import java.util.Map;
import org.omegat.core.Core;
import org.omegat.core.data.RealProject;
import org.omegat.core.data.SourceTextEntry;
import org.omegat.core.matching.NearString;
import org.omegat.core.statistics.FindMatches;
import org.omegat.filters2.master.PluginUtils;
import org.omegat.util.Preferences;
import org.omegat.util.ProjectFileStorage;
import org.omegat.util.RuntimePreferences;

/** Prints what OmegaT would offer for each segment of a project, and from which score on it would fill that in. */
public class OmegatMatches {
  public static void main(String[] directories) throws Exception {
    RuntimePreferences.setConfigDir(directories[1]);
    Map<String, String> parameters = new HashMap<>();
    PluginUtils.loadPlugins(parameters);
    Core.initializeConsole(parameters);
    RealProject project = new RealProject(ProjectFileStorage.loadProjectProperties(new File(directories[0])), null);
    Core.setProject(project);
    project.loadProject(true);
    FindMatches finder = new FindMatches(project.getSourceTokenizer(), 5, false, true);
    for (SourceTextEntry entry : project.getAllEntries()) {
      String source = entry.getSrcText();
      for (NearString match : finder.search(project, source, true, false, () -> false))
        System.out.println(String.join("\t", "MATCH", source, match.translation, "" + match.scores[0].score));
    }
    System.out.println("LEAST\t" + Preferences.BEST_MATCH_MINIMAL_SIMILARITY_DEFAULT);
    System.exit(0);
  }
}
