// A reader's choices and four buttons. Every page works without this file. It stands in the head before the stylesheet,
// so that the text is painted in the remembered size and colour at once.
(() => {
  const root = document.documentElement
  const find = (id) => document.getElementById(id)
  const store = (name, value) => {
    try {
      return value === undefined ? localStorage.getItem(name) : localStorage.setItem(name, value)
    } catch {} // storage may be switched off
  }
  const choices = { 'text-size': 'textSize', colour: 'colour' }
  for (const name in choices) {
    const value = store(name)
    if (value) root.dataset[choices[name]] = value
  }

  const rememberChoices = () => {
    for (const name in choices) {
      const radio = find(name + '-' + root.dataset[choices[name]])
      if (radio) radio.checked = true
    }
    document.addEventListener('change', ({ target }) => {
      if (!(target.name in choices)) return
      root.dataset[choices[target.name]] = target.value
      store(target.name, target.value)
    })
  }

  const button = (id, action) => {
    const it = find(id)
    if (!it) return
    it.hidden = false
    it.onclick = () => action(it)
  }
  const share = async (it) => {
    const link = document.querySelector('link[rel=canonical]')
    const page = { title: document.title, url: link ? link.href : location.href }
    try {
      if (navigator.share) return await navigator.share(page)
      await navigator.clipboard.writeText(page.title + ' ' + page.url)
      it.textContent = it.dataset.done
    } catch (error) {
      if (error.name !== 'AbortError') it.textContent = it.dataset.failed
    }
  }

  const speech = window.speechSynthesis
  const readAloud = (it) => {
    const words = it.textContent
    const stopped = () => {
      it.textContent = words
      it.setAttribute('aria-pressed', false)
      it.onclick = start
    }
    const start = () => {
      it.textContent = it.dataset.stop
      it.setAttribute('aria-pressed', true)
      it.onclick = () => speech.cancel() || stopped()
      const parts = [...document.querySelectorAll('h1, .subtitle, .text p, .text h2, .text h3, .text li')]
      parts.forEach((part, index) => {
        const voice = new SpeechSynthesisUtterance(part.textContent)
        voice.lang = 'zh-CN'
        voice.rate = 0.92
        if (index === parts.length - 1) voice.onend = stopped
        speech.speak(voice)
      })
    }
    start()
  }
  const offerVoice = () => {
    if (speech.getVoices().some((voice) => voice.lang.startsWith('zh'))) button('read-aloud', readAloud)
  }

  document.addEventListener('DOMContentLoaded', () => {
    rememberChoices()
    button('share', share)
    button('print', () => print())
    if (!speech) return
    offerVoice()
    if (speech.addEventListener) speech.addEventListener('voiceschanged', offerVoice)
    addEventListener('pagehide', () => speech.cancel())
  })
})()
