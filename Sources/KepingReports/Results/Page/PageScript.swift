/// The script of the page, for filters, search and unfolding; the page is readable without it.
enum PageScript {
  static let text: HTML = """
    'use strict';
    (() => {
      const all = [...document.querySelectorAll('.application')];
      const direction = document.getElementById('direction');
      const search = document.getElementById('search');
      const shown = document.getElementById('shown');
      const verdicts = [...document.querySelectorAll('[name=verdict]')];
      let texts = null;
      const apply = () => {
        const wanted = new Set(verdicts.filter(box => box.checked).map(box => box.value));
        const words = search.value.toLowerCase().split(/\\s+/).filter(word => word);
        if (words.length && !texts) texts = all.map(item => item.textContent.toLowerCase());
        let count = 0;
        all.forEach((item, place) => {
          const fits = wanted.has(item.dataset.verdict)
            && (!direction.value || item.dataset.direction === direction.value)
            && words.every(word => texts[place].includes(word));
          item.hidden = !fits;
          if (fits) count++;
        });
        shown.textContent = count === all.length ? `共${count}份` : `显示${count}份，共${all.length}份`;
      };
      let timer = 0;
      search.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(apply, 120); });
      direction.addEventListener('change', apply);
      for (const box of verdicts) box.addEventListener('change', apply);
      document.getElementById('filters').addEventListener('submit', event => { event.preventDefault(); apply(); });
      const open = state => { for (const item of all) if (!item.hidden) item.open = state; };
      document.getElementById('unfold').addEventListener('click', () => open(true));
      document.getElementById('fold').addEventListener('click', () => open(false));
      document.addEventListener('keydown', event => {
        const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
        if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) { event.preventDefault(); search.focus(); }
        if (event.key === 'Escape' && document.activeElement === search) { search.value = ''; apply(); }
      });
      let before = [];
      addEventListener('beforeprint', () => { before = all.filter(item => !item.hidden && !item.open); for (const item of before) item.open = true; });
      addEventListener('afterprint', () => { for (const item of before) item.open = false; });
      apply();
    })();
    """

  /// The SHA-256 of the script in base64, in the form of a content security policy; browsers run no other script.
  static let hash = "sha256-zIdV1ijh5mUqOtcw7XuS3Uil8QQ7ayRjWG+J278z51g="
}
